import type { OciDocument } from '../../oci/document.ts';
import { foreignFormOf, registryErrorOf } from '../../oci/foreign-documents.ts';
import { documentMembers, kindRows } from '../../oci/kinds.ts';
import { type JsonNode, memberOf, stringAt } from '../../syntax/tree.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import { headOf, quoted } from './finding.ts';
import { nearestOf } from './nearest.ts';
import { type Message, wordings } from './wording.ts';

const messages = wordings({
  'not-json': 'Not JSON, so it was not checked.',
  'registry-error': 'Registry error {code}, not a document.',
  'other-format': 'This is {format}, not an OCI image document, so it was not checked.',
  'not-an-object': 'JSON {type}, so it was not checked. OCI documents are objects.',
  unrecognized: 'Not recognized as an OCI document, so it was not checked. Use --kind to set the document kind.',
  'no-media-type':
    'Document has {names} but no `mediaType`, so it was not checked. Use --kind to set the document kind.',
  'media-type':
    '`mediaType` {type} is not an OCI document type, so it was not checked. Use --kind to set the document kind.',
  'media-type-misspelled':
    '`mediaType` {type} is not an OCI document type, so it was not checked. Did you mean {meant}?',
});

/** Reported for files that are named on the command line but are not OCI documents. Other such files are ignored. */
export const unknownDocument: RuleMeta = {
  id: 'unknown-document',
  title: 'File is not recognized as an OCI document',
  kinds: [],
  severity: 'information',
  profile: 'spec',
  clauses: [],
  fixable: false,
  messages,
};

/** The finding about a document without a kind. */
export function unknownDocumentFinding({ root, json }: OciDocument): Finding {
  const span = root === undefined ? { start: 0, end: Math.min(1, json.text.length) } : headOf(root);
  return { span, pointer: '', message: reasonFor(root) };
}

/** What was recognized in the document, and what would determine its kind. */
function reasonFor(root: JsonNode | undefined): Message {
  if (root === undefined || root.type === 'invalid') return messages['not-json'];
  const code = registryErrorOf(root);
  if (code !== undefined) return messages['registry-error']({ code: quoted(code) });
  const form = foreignFormOf(root);
  if (form !== undefined) return messages['other-format']({ format: form.title });
  if (root.type !== 'object') return messages['not-an-object']({ type: root.type });
  const mediaType = stringAt(root, 'mediaType');
  if (mediaType !== undefined) return reasonByType(mediaType);
  const seen = documentMembers.filter((name) => memberOf(root, name) !== undefined);
  if (seen.length === 0) return messages.unrecognized;
  return messages['no-media-type']({ names: seen.map((name) => `\`${name}\``).join(', ') });
}

function reasonByType(mediaType: string): Message {
  const known = kindRows.flatMap(({ mediaTypes }) => mediaTypes);
  const meant = nearestOf(mediaType, known);
  const type = quoted(mediaType);
  return meant === undefined
    ? messages['media-type']({ type })
    : messages['media-type-misspelled']({ type, meant: quoted(meant) });
}
