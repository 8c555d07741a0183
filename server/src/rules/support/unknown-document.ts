import type { OciDocument } from '../../oci/document.ts';
import { foreignFormOf } from '../../oci/foreign-documents.ts';
import { kindRows } from '../../oci/kinds.ts';
import { type JsonNode, memberOf, stringAt } from '../../syntax/tree.ts';
import type { Finding, RuleMeta } from '../rule.ts';
import { headOf, quoted } from './finding.ts';
import { nearestOf } from './nearest.ts';

/** Said of a file that was named on the command line and is none of ours; elsewhere such files get nothing. */
export const unknownDocument: RuleMeta = {
  id: 'unknown-document',
  title: 'Document kind is not recognized',
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

function reasonFor(root: JsonNode | undefined): string {
  if (root === undefined || root.type === 'invalid') return 'Not JSON, so it was not checked.';
  const form = foreignFormOf(root);
  if (form !== undefined) return `This is ${form.title}, not an OCI image document. It was not checked.`;
  if (root.type !== 'object') return `Not an OCI document: expected a JSON object, found ${nounOf[root.type]}.`;
  return stringAt(root, 'mediaType') === undefined ? reasonByMembers(root) : reasonByType(stringAt(root, 'mediaType')!);
}

const nounOf = {
  array: 'an array',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
} as const;

function reasonByType(mediaType: string): string {
  const meant = nearestOf(
    mediaType,
    kindRows.flatMap(({ mediaTypes }) => mediaTypes),
  );
  const advice = meant === undefined ? 'Use --kind to set the document kind.' : `Did you mean ${quoted(meant)}?`;
  return `No document kind has the \`mediaType\` ${quoted(mediaType)}, so it was not checked. ${advice}`;
}

/** What an OCI document may have, and with which other members its kind would be plain. */
const telling: readonly (readonly [name: string, settledBy: string])[] = [
  ['schemaVersion', 'Add `mediaType`'],
  ['manifests', 'Add `mediaType`'],
  ['layers', 'Add `mediaType`'],
  ['blobs', 'Add `mediaType`'],
  ['subject', 'Add `mediaType`'],
  ['artifactType', 'Add `mediaType`'],
  ['digest', 'Add `mediaType` and `size`'],
  ['rootfs', 'Add `rootfs.diff_ids`'],
  ['architecture', 'Add `os` and `rootfs`'],
  ['os', 'Add `architecture` and `rootfs`'],
  ['history', 'Add `rootfs`'],
  ['config', 'Add `mediaType`'],
  ['size', 'Add `mediaType` and `digest`'],
  ['platform', 'Add `mediaType` and `digest`'],
  ['annotations', 'Add `mediaType`'],
];

function reasonByMembers(root: JsonNode): string {
  const seen = telling.filter(([name]) => memberOf(root, name) !== undefined);
  const [first] = seen;
  if (first === undefined) {
    return 'Not recognized as an OCI document, so it was not checked. Use --kind to set the document kind.';
  }
  const names = listOf(seen.slice(0, 4).map(([name]) => `\`${name}\``));
  return `Document kind is unclear from ${names}, so it was not checked. ${settlerOf(seen, first[1])} or use --kind.`;
}

function settlerOf(seen: typeof telling, first: string): string {
  const has = (wanted: string) => seen.some(([name]) => name === wanted);
  return has('architecture') && has('os') ? 'Add `rootfs`' : first;
}

function listOf(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
