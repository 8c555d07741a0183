import { itemsOf, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtSpan, findingMissing, headOf } from '../support/finding.ts';

/** `history` is optional, and yet some readers want an entry for each layer. */
export const configHistoryMissing: DocumentRule = {
  meta: {
    id: 'config-history-missing',
    title: 'Image config has no history',
    kinds: ['config', 'docker-config'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
  },
  *check({ root }) {
    const layers = itemsOf(valueOf(valueOf(root, 'rootfs'), 'diff_ids')).length;
    // The configs of attestations are no images that anybody builds on.
    if (root?.type !== 'object' || layers === 0 || stringAt(root, 'os') === 'unknown') return;
    const history = valueOf(root, 'history');
    const message = `No history for ${layers} ${layers === 1 ? 'layer' : 'layers'}. Artifactory and older Podman need an entry for each.`;
    if (memberOf(root, 'history') === undefined) yield findingMissing(root, 'history', message);
    else if (history?.type === 'array' && itemsOf(history).length === 0)
      yield findingAtSpan(history, headOf(history), message);
  },
};
