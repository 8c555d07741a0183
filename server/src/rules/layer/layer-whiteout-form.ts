import type { Remark } from '../../content/archive/layer-archive.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { findingInLayer, remarkedLayersIn, remarkedText } from '../support/layer-archives.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  nameless: 'Whiteout without a name: {paths}. A name must follow ".wh.".',
  dots: 'Whiteout of "." or "..": {paths}. It may delete its whole folder.',
  misspelled: 'Misspelled opaque whiteout: {paths}. The name is ".wh..wh..opq".',
  'not-a-file': 'Whiteout is not a regular file: {paths}. The prefix ".wh." is reserved.',
  'not-empty': 'Whiteout is not empty: {paths}. Its content is ignored.',
});

/** A whiteout is an empty file whose name says what it deletes (image-spec layer.md, "Whiteouts"). */
export const layerWhiteoutForm: ContentRule = {
  meta: {
    id: 'layer-whiteout-form',
    title: 'Malformed whiteout',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: [
      'layer-whiteout-needs-name',
      'layer-whiteout-empty',
      'layer-whiteout-prefix-reserved',
      'layer-opaque-name',
    ],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    for await (const layer of remarkedLayersIn(reading, [...faults.keys()], signal)) {
      for (const [remark, { message, ...details }] of faults) {
        const found = layer.found.get(remark);
        if (found === undefined) continue;
        yield findingInLayer(layer, message({ paths: remarkedText(found) }), details);
        // Only the worst, because the layer has to be rebuilt anyway.
        break;
      }
    }
  },
};

interface Fault extends Pick<Finding, 'clause' | 'severity'> {
  readonly message: (typeof messages)['not-empty'];
}

/** The worst first. */
const faults: ReadonlyMap<Remark, Fault> = new Map<Remark, Fault>([
  ['nameless-whiteout', { clause: 'layer-whiteout-needs-name', severity: 'error', message: messages.nameless }],
  ['dots-whiteout', { clause: 'layer-whiteout-needs-name', message: messages.dots }],
  ['misspelled-opaque', { clause: 'layer-opaque-name', message: messages.misspelled }],
  ['whiteout-no-file', { clause: 'layer-whiteout-prefix-reserved', message: messages['not-a-file'] }],
  ['full-whiteout', { clause: 'layer-whiteout-empty', message: messages['not-empty'] }],
]);
