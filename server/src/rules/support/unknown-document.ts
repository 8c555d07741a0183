import type { OciDocument } from '../../oci/document.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import { headOf } from './finding.ts';

/** Said of a file that was named on the command line and is none of ours; elsewhere such files get nothing. */
export const unknownDocument: RuleMeta = {
  id: 'unknown-document',
  title: 'The file is no document that this linter knows',
  kinds: [],
  severity: 'information',
  profile: 'spec',
  clauses: [],
  fixable: false,
};

/** The finding about a document without a kind. */
export function unknownDocumentFinding({ root, json }: OciDocument): Finding {
  const span = root === undefined ? { start: 0, end: Math.min(1, json.text.length) } : headOf(root);
  return { span, pointer: '', message: `${reasonFor(root?.type)} Nothing in it was checked.` };
}

function reasonFor(type: string | undefined): string {
  if (type === undefined || type === 'invalid') return 'This is no JSON, so no OCI document.';
  if (type !== 'object') return `This is a JSON ${type}; OCI documents are objects.`;
  return 'This is no OCI document: it has the `mediaType` of none, and the members of none. If it is meant to be one, say which kind.';
}
