import { itemsOf, type JsonNode, valueOf, writtenOf } from '../syntax/tree.ts';
import { findingAtSpan, headOf } from './finding.ts';
import type { DocumentRule } from './rule.ts';

/** Each entry of the history that is not empty stands for one layer (config.md, `history`). */
export const configHistoryCount: DocumentRule = {
  meta: {
    id: 'config-history-count',
    title: 'The history has an entry for each layer',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['config-history-count'],
    fixable: false,
  },
  *check({ root }) {
    const history = valueOf(root, 'history');
    const diffIds = valueOf(valueOf(root, 'rootfs'), 'diff_ids');
    if (history?.type !== 'array' || diffIds?.type !== 'array') return;
    const entries = itemsOf(history);
    const layers = itemsOf(diffIds).length;
    const steps = entries.filter(makesLayer).length;
    // Without any history there is none to be wrong.
    if (entries.length === 0 || steps === layers) return;
    const remedy =
      steps > layers
        ? 'mark entries that changed no files with `empty_layer`'
        : 'add what is missing, and take `empty_layer` from entries that changed files';
    const message = `The history has ${steps} ${steps === 1 ? 'entry' : 'entries'} that made a layer, but \`diff_ids\` lists ${layers}. Readers that count them in step take the wrong entry for a layer, or stop (umoci, containers/image); ${remedy}.`;
    yield findingAtSpan(history, headOf(history), message, { clause: 'config-history-count' });
  },
};

function makesLayer(entry: JsonNode): boolean {
  return writtenOf(valueOf(entry, 'empty_layer')) !== 'true';
}
