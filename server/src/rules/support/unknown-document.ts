import type { OciDocument } from '../../oci/document.ts';
import { foreignFormOf } from '../../oci/foreign-documents.ts';
import { documentMembers, kindRows } from '../../oci/kinds.ts';
import { type JsonNode, memberOf, stringAt } from '../../syntax/tree.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import { headOf, quoted } from './finding.ts';
import { nearestOf } from './nearest.ts';

/** Said of a file that was named on the command line and is not one of ours; elsewhere such files get nothing. */
export const unknownDocument: RuleMeta = {
  id: 'unknown-document',
  title: 'File is not recognized as an OCI document',
  kinds: [],
  severity: 'information',
  profile: 'spec',
  clauses: [],
  fixable: false,
};

/** The finding about a document without a kind. */
export function unknownDocumentFinding({ root, json }: OciDocument): Finding {
  const span = root === undefined ? { start: 0, end: Math.min(1, json.text.length) } : headOf(root);
  return { span, pointer: '', message: reasonFor(root) };
}

const remedy = 'so it was not checked. Use --kind to set the document kind.';

/** What was seen of a document of ours, and what would settle which it is. */
function reasonFor(root: JsonNode | undefined): string {
  if (root === undefined || root.type === 'invalid') return 'Not JSON, so it was not checked.';
  const form = foreignFormOf(root);
  if (form !== undefined) return `This is ${form.title}, not an OCI image document, so it was not checked.`;
  if (root.type !== 'object') return `JSON ${root.type}, so it was not checked. OCI documents are objects.`;
  const mediaType = stringAt(root, 'mediaType');
  if (mediaType !== undefined) return reasonByType(mediaType);
  const seen = documentMembers.filter((name) => memberOf(root, name) !== undefined);
  if (seen.length === 0) return `Not recognized as an OCI document, ${remedy}`;
  const names = seen.map((name) => `\`${name}\``).join(', ');
  return `Document has ${names} but no \`mediaType\`, ${remedy}`;
}

function reasonByType(mediaType: string): string {
  const known = kindRows.flatMap(({ mediaTypes }) => mediaTypes);
  const meant = nearestOf(mediaType, known);
  const wrong = `\`mediaType\` ${quoted(mediaType)} is not an OCI document type`;
  return meant === undefined
    ? `${wrong}, ${remedy}`
    : `${wrong}, so it was not checked. Did you mean ${quoted(meant)}?`;
}
