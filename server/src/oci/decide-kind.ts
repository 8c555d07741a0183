import type { JsonDocument } from '../syntax/parse.ts';
import { memberOf, membersOf, stringAt } from '../syntax/tree.ts';
import { foreignConfigOf } from './foreign-documents.ts';
import type { Kind } from './kind.ts';
import { kindOfMediaType, kindRows } from './kinds.ts';
import type { OwnTypes } from './own-types.ts';

/** What is known of a document from outside its text, gathered by whoever can look at files and settings. */
export interface KindHints {
  /** The user said so: an association in the settings, or `--kind`. */
  readonly associated?: Kind;
  /** What is written around a passage says so: the media type of a Markdown fence. */
  readonly fenced?: Kind;
  /** The path says so: `oci-layout`, or `index.json` beside one. */
  readonly path?: Kind | undefined;
  /** The media type of the descriptor that points at this blob. */
  readonly pointedAs?: string;
  /** The file lies under `blobs/<algorithm>/` of a layout. */
  readonly isBlob?: boolean;
  /** The manifest that points at this config has EROFS layers only, with their uncompressed digests. */
  readonly isOfErofs?: boolean;
  /** The types that the user made known. */
  readonly ownTypes?: OwnTypes;
}

export interface DecidedKind {
  readonly kind: Kind;
  /** Why, for people: ends the sentence "This is an image index: …". */
  readonly why: string;
}

/**
 * Decides what a document is, in this order: what the user said; what the path says; what the descriptor that points here
 * says; its own `mediaType`; its shape. Undefined: not one of ours.
 */
export function decideKind(json: JsonDocument, hints: KindHints = {}): DecidedKind | undefined {
  const decided = kindFor(json, hints);
  if (!isImageConfig(decided?.kind) || foreignConfigOf(json.root) === undefined) return decided;
  return { kind: 'foreign-config', why: 'it stands where an image config should' };
}

function isImageConfig(kind: Kind | undefined): boolean {
  return kind === 'config' || kind === 'docker-config';
}

function kindFor(json: JsonDocument, hints: KindHints): DecidedKind | undefined {
  if (hints.associated !== undefined) return { kind: hints.associated, why: 'you said so' };
  if (hints.fenced !== undefined) return { kind: hints.fenced, why: 'the fence around it says so' };
  if (hints.path === 'docker-save' && json.root?.type !== 'array') return kindFor(json, { ...hints, path: undefined });
  if (hints.path !== undefined) return { kind: hints.path, why: 'its place in an OCI layout says so' };
  const pointed = kindOfMediaType(hints.pointedAs);
  if (pointed !== undefined) return { kind: pointed, why: 'the descriptor that points at it says so' };
  // A blob that is pointed at as something else (an SBOM, a config of its own type) is opaque, whatever it looks like.
  if (hints.pointedAs !== undefined) return undefined;
  const { root } = json;
  if (root?.type !== 'object') return undefined;
  const stated = isBareDescriptor(json) ? undefined : kindOfMediaType(stringAt(root, 'mediaType'));
  if (stated !== undefined) return contradictedBy(json, stated) ?? { kind: stated, why: 'its `mediaType` says so' };
  if (isStranger(json)) return undefined;
  const row = kindRows.find((candidate) => candidate.hasShape(root));
  return row === undefined ? undefined : { kind: row.kind, why: 'its properties are those of this kind' };
}

/** Whether the root is a descriptor standing alone: digest and size beside mediaType, and nothing that a manifest has. */
function isBareDescriptor({ root }: JsonDocument): boolean {
  const documentMembers = ['schemaVersion', 'manifests', 'config', 'layers'];
  if (documentMembers.some((name) => memberOf(root, name) !== undefined)) return false;
  return memberOf(root, 'digest') !== undefined || memberOf(root, 'size') !== undefined;
}

/** The kind that the members insist on where the stated media type belongs to the other one of an index and a manifest. */
const counterpart: Partial<Record<Kind, Kind>> = {
  index: 'manifest',
  manifest: 'index',
  'docker-manifest-list': 'docker-manifest',
  'docker-manifest': 'docker-manifest-list',
};

/**
 * A document that states a manifest's media type and has `manifests` but neither `config` nor `layers` (or the reverse) is
 * the other kind with one wrong word: read so, it has one mistake, not many.
 */
function contradictedBy({ root }: JsonDocument, stated: Kind): DecidedKind | undefined {
  const other = counterpart[stated];
  if (other === undefined) return undefined;
  const hasManifests = memberOf(root, 'manifests') !== undefined;
  const hasContent = memberOf(root, 'config') !== undefined || memberOf(root, 'layers') !== undefined;
  const isStatedAsManifest = stated === 'manifest' || stated === 'docker-manifest';
  const isContradicted = isStatedAsManifest ? hasManifests && !hasContent : hasContent && !hasManifests;
  if (!isContradicted) return undefined;
  return { kind: other, why: 'its properties say so, although its `mediaType` does not' };
}

/** Members that only foreign documents have (npm, web apps, Terraform, build tools): their files get nothing. */
const strangeMembers = new Set([
  'dependencies',
  'devDependencies',
  'manifest_version',
  'start_url',
  'short_name',
  'icons',
  'terraform_version',
  'lineage',
  'lockfileVersion',
  'compilerOptions',
]);

function isStranger({ root }: JsonDocument): boolean {
  return membersOf(root).some((member) => strangeMembers.has(member.name));
}

/** What only the user knows of a document. */
export interface UserHints {
  readonly associated?: Kind | undefined;
  readonly ownTypes?: OwnTypes | undefined;
}

/** With what the user says of a document: the kind that was given to it, and types of the user's own. */
export function withUserHints(hints: KindHints, { associated, ownTypes }: UserHints): KindHints {
  return {
    ...hints,
    ...(associated === undefined ? {} : { associated }),
    ...(ownTypes === undefined ? {} : { ownTypes }),
  };
}
