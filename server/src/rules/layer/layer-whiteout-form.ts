import type { Remark } from '../../content/archive/layer-archive.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';

/** A whiteout is an empty file whose name says what it deletes (image-spec layer.md, "Whiteouts"). */
export const layerWhiteoutForm: ContentRule = {
  meta: {
    id: 'layer-whiteout-form',
    title: 'Malformed whiteout',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layer-whiteout-needs-name', 'layer-whiteout-empty', 'layer-whiteout-prefix-reserved'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, [...faults.keys()], signal)) {
      for (const [remark, { text, ...details }] of faults) {
        const found = layer.found.get(remark);
        if (found === undefined) continue;
        yield findingInLayer(layer, text(remarkedText(found)), details);
        // The worst only: it is one layer to be made again.
        break;
      }
    }
  },
};

interface Fault extends Pick<Finding, 'clause' | 'severity'> {
  text(which: string): string;
}

/** The worst first. */
const faults: ReadonlyMap<Remark, Fault> = new Map<Remark, Fault>([
  [
    'nameless-whiteout',
    {
      clause: 'layer-whiteout-needs-name',
      severity: 'error',
      text: (which) => `Whiteout without a name: ${which}. A name must follow ".wh.".`,
    },
  ],
  [
    'whiteout-no-file',
    {
      clause: 'layer-whiteout-prefix-reserved',
      text: (which) => `Whiteout is not a regular file: ${which}. The prefix ".wh." is reserved.`,
    },
  ],
  [
    'full-whiteout',
    {
      clause: 'layer-whiteout-empty',
      text: (which) => `Whiteout is not empty: ${which}. Its content is ignored.`,
    },
  ],
]);
