import type { Compression } from '../../content/archive/compression.ts';
import { placeOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { actualCompressionOf, statedCompressionOf } from '../support/layer-packing.ts';
import { contentOf } from '../support/target-documents.ts';
import { wording } from '../support/wording.ts';

const message = wording(
  'Media type says {stated}, content is {actual}. Change the media type or recompress the layer.',
);

/** A layer is compressed as its media type says (image-spec layer.md, "Distributable format"). */
export const layerCompression: ContentRule = {
  meta: {
    id: 'layer-compression',
    title: 'Layer compression does not match its media type',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'error',
    profile: 'recommended',
    clauses: ['layer-gzip-suffix', 'layer-zstd-suffix'],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    if (reading.depth === 'sizes') return;
    for (const target of reading.targets) {
      const stated = statedCompressionOf(target.value.mediaType);
      // descriptor-digest-matches reports other content.
      const content = target.verdict.state === 'other-content' ? undefined : contentOf(target);
      if (stated === undefined || content === undefined || content.size === 0) continue;
      const actual = await actualCompressionOf(content, signal);
      if (actual === stated) continue;
      const said = message({ stated: namesOf[stated], actual: namesOf[actual] });
      const clause = clausesOf[stated];
      yield findingAtValue(placeOf(target.written.node, 'mediaType'), said, clause === undefined ? {} : { clause });
    }
  },
};

const clausesOf: Partial<Readonly<Record<Compression, string>>> = {
  gzip: 'layer-gzip-suffix',
  zstd: 'layer-zstd-suffix',
};

const namesOf: Readonly<Record<Compression, string>> = {
  gzip: 'gzip',
  zstd: 'zstd',
  bzip2: 'bzip2',
  xz: 'xz',
  none: 'uncompressed',
};
