import { itemsOf, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtSpan, findingMissing, headOf } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('No history for {layers}. Artifactory and older Podman need an entry for each.');

/** `history` is optional, but some readers need an entry for each layer. */
export const configHistoryMissing: DocumentRule = {
  meta: {
    id: 'config-history-missing',
    title: 'Image config has no history',
    kinds: ['config', 'docker-config'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  *check({ root }) {
    const layers = itemsOf(valueOf(valueOf(root, 'rootfs'), 'diff_ids')).length;
    // Nobody builds on the config of an attestation.
    if (root?.type !== 'object' || layers === 0 || stringAt(root, 'os') === 'unknown') return;
    const history = valueOf(root, 'history');
    const said = message({ layers: `${layers} ${layers === 1 ? 'layer' : 'layers'}` });
    if (memberOf(root, 'history') === undefined) yield findingMissing(root, 'history', said);
    else if (history?.type === 'array' && itemsOf(history).length === 0)
      yield findingAtSpan(history, headOf(history), said);
  },
};
