import { compressionOf, mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { membersOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtName, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const prefixes = ['io.github.containers.zstd-chunked.', 'io.containers.zstd-chunked.'];

const message = wording(
  'Annotation of zstd:chunked on a layer of type {type}. Remove it, or compress the layer with zstd.',
);

/** zstd:chunked is zstd (containers/storage, pkg/chunked). On another layer, its annotations are left from before recompression. */
export const layerZstdChunked: DocumentRule = {
  meta: {
    id: 'layer-zstd-chunked',
    title: 'Annotations of zstd:chunked on a layer that is not zstd',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType', 'annotations'],
  *check(document) {
    for (const { type, annotations } of layersOf(document)) {
      if (type === undefined || mediaTypeInfoOf(type) === undefined || compressionOf(type) === 'zstd') continue;
      const member = membersOf(annotations).find(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)));
      if (member === undefined) continue;
      yield findingAtName(member, message({ type: quoted(type) }));
    }
  },
};
