import { dateTimeMeantBy, isDateTime } from '../../oci/date-time.ts';
import type { OciDocument } from '../../oci/document.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { dateTimeFixesOf, dateTimeRemedyFor } from '../support/date-time-fix.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  invalid: 'Invalid timestamp {timestamp}: {remedy}.',
  'leap-second': 'Go cannot decode {timestamp}: leap seconds are not supported. Use 59.',
  'lower-case': 'Go cannot decode {timestamp}. Use upper case T and Z.',
});

/** `created` of a config and of its history is an RFC 3339 timestamp (config.md, "Properties"). */
export const configCreated: DocumentRule = {
  meta: {
    id: 'config-created',
    title: '`created` is not an RFC 3339 timestamp',
    kinds: ['config', 'docker-config'],
    severity: 'error',
    profile: 'spec',
    clauses: ['config-created-rfc3339', 'config-history-created-rfc3339'],
    fixable: true,
    messages,
  },
  *check(document) {
    for (const [node, clause] of createdNodesOf(document)) {
      const text = stringOf(node);
      if (node === undefined || text === undefined) continue;
      if (isDateTime(text)) {
        if (!isReadByGo(text)) yield refusedByGo(node, text, clause);
        continue;
      }
      const meant = dateTimeMeantBy(text);
      const message = messages.invalid({ timestamp: quoted(text), remedy: dateTimeRemedyFor(meant) });
      yield findingAtValue(node, message, { clause, covers: ['pattern'], fixes: dateTimeFixesOf(node, meant) });
    }
  },
};

/** Go's decoder requires upper case and has no leap seconds. RFC 3339 section 5.6 allows both, so this is no error. */
function isReadByGo(text: string): boolean {
  return !/[tz]/.test(text) && text.slice(17, 19) !== '60';
}

function refusedByGo(node: JsonNode, text: string, clause: string): Finding {
  const timestamp = quoted(text);
  const capitals = text.toUpperCase();
  if (!isReadByGo(capitals)) {
    return findingAtValue(node, messages['leap-second']({ timestamp }), { clause, severity: 'warning' });
  }
  const fixes = [
    { title: `Replace with ${capitals}`, edits: [replaceValue(node, JSON.stringify(capitals))], isSafe: true },
  ];
  return findingAtValue(node, messages['lower-case']({ timestamp }), { clause, severity: 'warning', fixes });
}

function* createdNodesOf({ root }: OciDocument): Iterable<readonly [JsonNode | undefined, string]> {
  yield [valueOf(root, 'created'), 'config-created-rfc3339'];
  for (const entry of itemsOf(valueOf(root, 'history'))) {
    yield [valueOf(entry, 'created'), 'config-history-created-rfc3339'];
  }
}
