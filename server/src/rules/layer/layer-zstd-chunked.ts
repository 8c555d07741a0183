import { compressionOf, mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { memberOf, membersOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtName, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const prefixes = ['io.github.containers.zstd-chunked.', 'io.containers.zstd-chunked.'];

const messages = wordings({
  default: 'Annotation of zstd:chunked on a layer of type {type}. Remove it, or compress the layer with zstd.',
  both: 'Layer has the annotations of zstd:chunked and of eStargz. Podman rejects it.',
});

const estargzKey = 'containerd.io/snapshot/stargz/toc.digest';

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
    messages,
  },
  reads: ['mediaType', 'annotations'],
  *check(document) {
    for (const { type, annotations } of layersOf(document)) {
      if (type === undefined || mediaTypeInfoOf(type) === undefined) continue;
      const member = membersOf(annotations).find(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)));
      if (member === undefined) continue;
      const other = memberOf(annotations, estargzKey);
      if (compressionOf(type) !== 'zstd') yield findingAtName(member, messages.default({ type: quoted(type) }));
      else if (other !== undefined) yield findingAtName(other, messages.both, { severity: 'warning' });
    }
  },
};
