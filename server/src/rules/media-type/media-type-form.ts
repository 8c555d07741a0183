import type { OciDocument } from '../../oci/document.ts';
import { hasTraits, type Role } from '../../oci/kinds.ts';
import { type MediaTypeProblem, mediaTypeProblemOf } from '../../oci/media-type.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { type AroundText, onceEach } from '../support/once.ts';
import { type Message, wordings } from '../support/wording.ts';

const messages = wordings({
  empty: '`{name}` is empty: expected type/subtype.',
  'no-slash': 'Invalid {kind}: expected type/subtype.',
  'many-slashes': 'Invalid {kind}: expected exactly one slash.',
  parameters: 'Invalid {kind}: parameters are not allowed. Remove what follows the semicolon.',
  blank: 'Invalid {kind}: whitespace is not allowed.',
  'too-long': 'Invalid {kind}: each part has at most 127 characters (RFC 6838).',
  'bad-type': 'Invalid {kind}: use letters, digits and !#$&-^_.+ before the slash (RFC 6838).',
  'bad-subtype': 'Invalid {kind}: use letters, digits and !#$&-^_.+ after the slash (RFC 6838).',
});

/** Media types and artifact types follow RFC 6838 section 4.2 (MUST). Unknown ones are welcome. */
export const mediaTypeForm: DocumentRule = {
  meta: {
    id: 'media-type-form',
    title: 'Invalid media type',
    kinds: descriptorKinds,
    severity: 'error',
    profile: 'spec',
    clauses: [
      'descriptor-media-type-syntax',
      'descriptor-artifact-type-syntax',
      'manifest-artifact-type-syntax',
      'manifest-config-type-syntax',
      'manifest-layers-type-syntax',
      'index-artifact-type-syntax',
    ],
    fixable: true,
    messages,
  },
  reads: ['mediaType', 'artifactType'],
  checkDescriptor({ mediaType, role, artifactType }, around) {
    const ofType = checkType(mediaType, 'mediaType', clauseFor(role), around);
    if (artifactType === undefined) return ofType;
    const clause = 'descriptor-artifact-type-syntax';
    return [...ofType, ...checkType(artifactType.value, 'artifactType', clause, around)];
  },
  *check(document) {
    if (isOwnRoot(document))
      yield* checkType(
        valueOf(document.root, 'artifactType'),
        'artifactType',
        `${document.kind}-artifact-type-syntax`,
        document,
      );
  },
};

function isOwnRoot({ kind }: OciDocument): boolean {
  return hasTraits(kind, 'oci', 'is-image');
}

function clauseFor(role: Role): string {
  if (role === 'config') return 'manifest-config-type-syntax';
  return role === 'layer' ? 'manifest-layers-type-syntax' : 'descriptor-media-type-syntax';
}

/** Thousands of entries have few types. */
const problemOf = onceEach(mediaTypeProblemOf);

function checkType(node: JsonNode | undefined, name: string, clause: string, around: AroundText): readonly Finding[] {
  const text = stringOf(node);
  if (node === undefined || text === undefined) return none;
  const problem = problemOf(text, around);
  return problem === undefined ? none : [findingOf(node, name, text, problem, clause)];
}

const none: readonly Finding[] = [];

function findingOf(node: JsonNode, name: string, text: string, problem: MediaTypeProblem, clause: string): Finding {
  return findingAtValue(node, messageFor(name, problem), {
    clause,
    covers: ['pattern'],
    ...fixesOf(node, text, problem),
  });
}

/** Removes what is too much, if that leaves a valid media type. */
function fixesOf(node: JsonNode, text: string, problem: MediaTypeProblem): { readonly fixes?: readonly Fix[] } {
  const left = problem === 'parameters' ? text.slice(0, text.indexOf(';')).trim() : text.trim();
  const isRepair = (problem === 'parameters' || problem === 'blank') && mediaTypeProblemOf(left) === undefined;
  if (!isRepair) return {};
  const title = problem === 'parameters' ? 'Remove parameters' : 'Remove whitespace';
  return { fixes: [{ title, edits: [replaceValue(node, JSON.stringify(left))], isSafe: false }] };
}

function messageFor(name: string, problem: MediaTypeProblem): Message {
  const kind = name === 'artifactType' ? 'artifact type' : 'media type';
  switch (problem) {
    case 'empty':
      return messages.empty({ name });
    case 'long-type':
    case 'long-subtype':
      return messages['too-long']({ kind });
    default:
      return messages[problem]({ kind });
  }
}
