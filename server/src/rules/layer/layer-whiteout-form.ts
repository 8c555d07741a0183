import type { Remark } from '../../content/archive/layer-archive.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';

/** A whiteout is an empty file whose name says what it deletes (image-spec layer.md, "Whiteouts"). */
export const layerWhiteoutForm: ContentRule = {
  meta: {
    id: 'layer-whiteout-form',
    title: 'A whiteout is an empty file whose name says what it deletes',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layer-whiteout-needs-name', 'layer-whiteout-empty', 'layer-whiteout-prefix-reserved'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, [...faults.keys()], signal)) {
      // The worst only: it is one layer to be made anew.
      const [remark, { text, ...details }] = [...faults].find(([name]) => layer.found.has(name))!;
      yield findingInLayer(layer, text(remarkedText(layer.found.get(remark)!)), details);
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
      text: (which) => `In this layer, ${which} is a whiteout that names nothing: after \`.wh.\` there must be a name.`,
    },
  ],
  [
    'whiteout-no-file',
    {
      clause: 'layer-whiteout-prefix-reserved',
      text: (which) =>
        `In this layer, ${which} is no regular file, but every name that begins with \`.wh.\` is a whiteout: nothing of that name is unpacked.`,
    },
  ],
  [
    'full-whiteout',
    {
      clause: 'layer-whiteout-empty',
      text: (which) => `In this layer, the whiteout ${which} is not empty: what is in it is lost.`,
    },
  ],
]);
