import type { OciDocument } from '../../oci/document.ts';
import { losesText } from '../../syntax/fault.ts';
import { itemsOf, type JsonNode, objectOf, parentOf, spanOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';
import { oddMembersOf } from '../support/known-members.ts';
import { knownVariantOf, memberMeantBy } from '../support/member-typos.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  'too-many': 'History has {entries}, `diff_ids` has {layers}. Set `empty_layer` on entries without a layer.',
  'too-few': 'History has {entries}, `diff_ids` has {layers}. Add entries or remove `empty_layer`.',
});

/** Each non-empty history entry stands for one layer (config.md, `history`). */
export const configHistoryCount: DocumentRule = {
  meta: {
    id: 'config-history-count',
    title: 'History does not match the layers',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['config-history-count'],
    fixable: false,
    messages,
  },
  *check(document) {
    const { root } = document;
    const history = valueOf(root, 'history');
    const diffIds = valueOf(valueOf(root, 'rootfs'), 'diff_ids');
    if (history?.type !== 'array' || diffIds?.type !== 'array') return;
    const entries = itemsOf(history);
    const layers = itemsOf(diffIds).length;
    const steps = entries.filter(makesLayer).length;
    // An empty history is allowed.
    if (entries.length === 0 || steps === layers) return;
    if (isUncertain(document, history) || isUncertain(document, diffIds)) return;
    const message = messages[steps > layers ? 'too-many' : 'too-few'];
    const counts = { entries: `${steps} non-empty ${steps === 1 ? 'entry' : 'entries'}`, layers };
    yield findingAtSpan(history, headOf(history), message(counts), { clause: 'config-history-count' });
  },
};

/** Whether a wrong count only follows from another mistake: unreadable text, wrong entries, a misspelled name. */
function isUncertain(document: OciDocument, list: JsonNode): boolean {
  const { start, end } = spanOf(list);
  if (document.json.faults.some((fault) => losesText(fault.code) && fault.start <= end && fault.end >= start))
    return true;
  const expected = list === valueOf(document.root, 'history') ? 'object' : 'string';
  if (itemsOf(list).some((item) => item.type !== expected || !isMark(valueOf(item, 'empty_layer')))) return true;
  return oddMembersOf(document).some((odd) => {
    if (parentOf(objectOf(odd.member)) !== list) return false;
    return knownVariantOf(odd) === 'empty_layer' || memberMeantBy(odd)?.name === 'empty_layer';
  });
}

function isMark(node: JsonNode | undefined): boolean {
  return node === undefined || node.type === 'boolean' || node.type === 'null';
}

function makesLayer(entry: JsonNode): boolean {
  return writtenOf(valueOf(entry, 'empty_layer')) !== 'true';
}
