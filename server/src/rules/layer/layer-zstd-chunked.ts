import { compressionOf, mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { membersOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtName, quoted } from '../support/finding.ts';

const prefixes = ['io.github.containers.zstd-chunked.', 'io.containers.zstd-chunked.'];

/** zstd:chunked is zstd (containers/storage, pkg/chunked): its annotations on another layer were left by a recompression. */
export const layerZstdChunked: DocumentRule = {
  meta: {
    id: 'layer-zstd-chunked',
    title: 'Annotations of zstd:chunked on a layer that is not zstd',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  reads: ['mediaType', 'annotations'],
  *check(document) {
    for (const { type, annotations } of layersOf(document)) {
      if (type === undefined || mediaTypeInfoOf(type) === undefined || compressionOf(type) === 'zstd') continue;
      const member = membersOf(annotations).find(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)));
      if (member === undefined) continue;
      const message = `Annotation of zstd:chunked on a layer of type ${quoted(type)}. Remove it, or compress the layer with zstd.`;
      yield findingAtName(member, message);
    }
  },
};
