import type { OciDocument } from '../oci/document.ts';
import { type MediaTypeProblem, mediaTypeProblemOf } from '../oci/media-type.ts';
import { type JsonNode, stringOf, valueOf } from '../syntax/tree.ts';
import { findingAtValue, quoted } from './finding.ts';
import type { DocumentRule, Finding } from './rule.ts';

const names = ['mediaType', 'artifactType'];

/** Media types and artifact types follow RFC 6838 section 4.2 (MUST). Unknown ones are welcome. */
export const mediaTypeForm: DocumentRule = {
  meta: {
    id: 'media-type-form',
    title: 'Media types and artifact types have the form type/subtype of RFC 6838',
    kinds: ['index', 'manifest', 'descriptor', 'docker-manifest', 'docker-manifest-list'],
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
    fixable: false,
  },
  *check(document) {
    for (const { node, role } of document.descriptors) {
      for (const name of names) yield* checkMember(node, name, clauseFor(role, name));
    }
    const { root, kind } = document;
    if (root !== undefined && isOwnRoot(document)) {
      yield* checkMember(root, 'artifactType', `${kind}-artifact-type-syntax`);
    }
  },
};

function isOwnRoot({ kind }: OciDocument): boolean {
  return kind === 'index' || kind === 'manifest';
}

function clauseFor(role: string, name: string): string {
  if (name === 'artifactType') return 'descriptor-artifact-type-syntax';
  if (role === 'config') return 'manifest-config-type-syntax';
  return role === 'layer' ? 'manifest-layers-type-syntax' : 'descriptor-media-type-syntax';
}

function* checkMember(object: JsonNode, name: string, clause: string): Iterable<Finding> {
  const node = valueOf(object, name);
  const text = stringOf(node);
  if (node === undefined || text === undefined) return;
  const problem = mediaTypeProblemOf(text);
  if (problem !== undefined)
    yield findingAtValue(node, `\`${name}\` is ${quoted(text)}; ${remedyFor(problem)}`, { clause });
}

function remedyFor(problem: MediaTypeProblem): string {
  switch (problem) {
    case 'empty':
      return 'write a media type such as "application/vnd.example.thing.v1+json", or leave the member out where it is optional.';
    case 'no-slash':
      return 'a media type is type/subtype, such as "application/vnd.example.thing.v1+json".';
    case 'many-slashes':
      return 'a media type has exactly one slash.';
    case 'parameters':
      return 'a media type here has no parameters: remove what follows the semicolon, or put it into the subtype.';
    case 'blank':
      return 'a media type has no blanks.';
    case 'long-type':
    case 'long-subtype':
      return 'each part of a media type has at most 127 characters (RFC 6838).';
    case 'bad-type':
      return 'the part before the slash starts with a letter or digit and holds only letters, digits and !#$&-^_.+ (RFC 6838).';
    case 'bad-subtype':
      return 'the part after the slash starts with a letter or digit and holds only letters, digits and !#$&-^_.+ (RFC 6838).';
  }
}
