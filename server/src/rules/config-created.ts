import { dateTimeMeantBy, isDateTime } from '../oci/date-time.ts';
import type { OciDocument } from '../oci/document.ts';
import { itemsOf, type JsonNode, stringOf, valueOf } from '../syntax/tree.ts';
import { dateTimeFixesOf, dateTimeRemedyFor } from './date-time-fix.ts';
import { findingAtValue, quoted } from './finding.ts';
import type { DocumentRule } from './rule.ts';

/** `created` of a config and of its history is written by RFC 3339 (config.md, "Properties"). */
export const configCreated: DocumentRule = {
  meta: {
    id: 'config-created',
    title: '`created` is an RFC 3339 date and time',
    kinds: ['config', 'docker-config'],
    severity: 'error',
    profile: 'spec',
    clauses: ['config-created-rfc3339', 'config-history-created-rfc3339'],
    fixable: true,
  },
  *check(document) {
    for (const [node, clause] of createdNodesOf(document)) {
      const text = stringOf(node);
      if (node === undefined || text === undefined || isDateTime(text)) continue;
      const meant = dateTimeMeantBy(text);
      const message = `\`created\` is ${quoted(text)}; ${dateTimeRemedyFor(meant)}.`;
      yield findingAtValue(node, message, { clause, fixes: dateTimeFixesOf(node, meant) });
    }
  },
};

function* createdNodesOf({ root }: OciDocument): Iterable<readonly [JsonNode | undefined, string]> {
  yield [valueOf(root, 'created'), 'config-created-rfc3339'];
  for (const entry of itemsOf(valueOf(root, 'history'))) {
    yield [valueOf(entry, 'created'), 'config-history-created-rfc3339'];
  }
}
