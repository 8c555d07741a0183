import { memberOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { findingMissing } from '../support/finding.ts';
import { layersIn } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const key = 'containerd.io/snapshot/stargz/toc.digest';

const message = wording(`\`${key}\` is missing, without which eStargz is not pulled lazily.`);

/** The snapshotter only trusts the table of contents of a layer if the manifest has its digest (stargz-snapshotter, fs). */
export const layerEstargz: ContentRule = {
  meta: {
    id: 'layer-estargz',
    title: 'eStargz layer without the digest of its table of contents',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for await (const { archive, written, compression } of layersIn(reading, signal)) {
      if ('reason' in archive || compression !== 'gzip' || !archive.top.roots.has('stargz.index.json')) continue;
      const annotations = valueOf(written.node, 'annotations');
      if (annotations === undefined) yield findingMissing(written.node, 'annotations', message);
      else if (memberOf(annotations, key) === undefined) yield findingMissing(annotations, key, message);
    }
  },
};
