import type { OciDocument } from '../../oci/document.ts';
import { hasTraits, type Role } from '../../oci/kinds.ts';
import { type MediaTypeProblem, mediaTypeProblemOf } from '../../oci/media-type.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { type AroundText, onceEach } from '../support/once.ts';

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
  },
  *checkDescriptor({ mediaType, role, artifactType }, around) {
    yield* checkType(mediaType, 'mediaType', clauseFor(role), around);
    yield* checkType(artifactType?.value, 'artifactType', 'descriptor-artifact-type-syntax', around);
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
  const what = name === 'artifactType' ? 'artifact type' : 'media type';
  const start = text === '' ? `\`${name}\` is empty` : `Invalid ${what}`;
  return findingAtValue(node, `${start}: ${remedyFor(problem)}`, {
    clause,
    covers: ['pattern'],
    ...fixesOf(node, text, problem),
  });
}

/** What is too much is left out, where a media type is left. */
function fixesOf(node: JsonNode, text: string, problem: MediaTypeProblem): { readonly fixes?: readonly Fix[] } {
  const left = problem === 'parameters' ? text.slice(0, text.indexOf(';')).trim() : text.trim();
  const isRepair = (problem === 'parameters' || problem === 'blank') && mediaTypeProblemOf(left) === undefined;
  if (!isRepair) return {};
  const title = problem === 'parameters' ? 'Remove parameters' : 'Remove whitespace';
  return { fixes: [{ title, edits: [replaceValue(node, JSON.stringify(left))], isSafe: false }] };
}

function remedyFor(problem: MediaTypeProblem): string {
  switch (problem) {
    case 'empty':
      return 'expected type/subtype.';
    case 'no-slash':
      return 'expected type/subtype.';
    case 'many-slashes':
      return 'expected exactly one slash.';
    case 'parameters':
      return 'parameters are not allowed. Remove what follows the semicolon.';
    case 'blank':
      return 'whitespace is not allowed.';
    case 'long-type':
    case 'long-subtype':
      return 'each part has at most 127 characters (RFC 6838).';
    case 'bad-type':
      return 'use letters, digits and !#$&-^_.+ before the slash (RFC 6838).';
    case 'bad-subtype':
      return 'use letters, digits and !#$&-^_.+ after the slash (RFC 6838).';
  }
}
