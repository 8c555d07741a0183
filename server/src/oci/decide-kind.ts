import type { JsonDocument } from '../syntax/parse.ts';
import { memberOf, membersOf, stringAt } from '../syntax/tree.ts';
import { foreignConfigOf } from './foreign-documents.ts';
import type { Kind } from './kind.ts';
import { kindOfMediaType, kindRows } from './kinds.ts';
import type { OwnTypes } from './own-types.ts';
import { kindByAnyCase } from './shapes.ts';

/** What is known about a document from outside its text, collected by callers with access to files and settings. */
export interface KindHints {
  /** Set explicitly by the user, by an association in the settings or `--kind`. */
  readonly associated?: Kind;
  /** Set by the context of an embedded document: the media type of a Markdown fence. */
  readonly fenced?: Kind;
  /** Implied by the path: `oci-layout`, or an `index.json` next to one. */
  readonly path?: Kind | undefined;
  /** Media type of the descriptor that references this blob. */
  readonly pointedAs?: string;
  /** The file is under `blobs/<algorithm>/` in a layout. */
  readonly isBlob?: boolean;
  /** The manifest that references this config has only EROFS layers, with their uncompressed digests. */
  readonly isOfErofs?: boolean;
  /** Media types and artifact types defined by the user. */
  readonly ownTypes?: OwnTypes;
}

export interface DecidedKind {
  readonly kind: Kind;
  /** The reason, phrased to complete the sentence "This is an image index: …". */
  readonly why: string;
}

/**
 * Determines the kind of a document from, in this order: the user's choice, the path, the referencing descriptor, its
 * own `mediaType`, its shape. Undefined if it is not an OCI document.
 */
export function decideKind(json: JsonDocument, hints: KindHints = {}): DecidedKind | undefined {
  const decided = kindFor(json, hints);
  if (!isImageConfig(decided?.kind) || foreignConfigOf(json.root) === undefined) return decided;
  return { kind: 'foreign-config', why: 'found in place of an image config' };
}

function isImageConfig(kind: Kind | undefined): boolean {
  return kind === 'config' || kind === 'docker-config';
}

function kindFor(json: JsonDocument, hints: KindHints): DecidedKind | undefined {
  if (hints.associated !== undefined) return { kind: hints.associated, why: 'set by configuration' };
  if (hints.fenced !== undefined) return { kind: hints.fenced, why: 'declared by the Markdown fence' };
  if (hints.path === 'docker-save' && json.root?.type !== 'array') return kindFor(json, { ...hints, path: undefined });
  if (hints.path !== undefined) return { kind: hints.path, why: 'detected from its location in an OCI layout' };
  const pointed = kindOfMediaType(hints.pointedAs);
  if (pointed !== undefined)
    return ownKindOf(json, pointed) ?? { kind: pointed, why: 'declared by the descriptor that references it' };
  // A blob referenced with another media type (an SBOM, a custom config) is opaque, whatever its content looks like.
  if (hints.pointedAs !== undefined) return undefined;
  const { root } = json;
  if (root?.type !== 'object') return undefined;
  const stated = isBareDescriptor(json) ? undefined : kindOfMediaType(stringAt(root, 'mediaType'));
  if (stated !== undefined) return contradictedBy(json, stated) ?? { kind: stated, why: 'declared by its `mediaType`' };
  if (isForeign(json)) return undefined;
  const row = kindRows.find((candidate) => candidate.hasShape(root));
  const kind = row?.kind ?? kindByAnyCase(root);
  return kind === undefined ? undefined : { kind, why: 'detected from its properties' };
}

/**
 * Detects an index that is referenced as a manifest, or the reverse, and says itself what it is. A finding at the descriptor
 * is enough.
 */
function ownKindOf(json: JsonDocument, pointed: Kind): DecidedKind | undefined {
  const stated = kindOfMediaType(stringAt(json.root, 'mediaType'));
  if (stated === undefined || contradictedBy(json, pointed) === undefined || contradictedBy(json, stated) !== undefined)
    return undefined;
  return { kind: stated, why: 'declared by its `mediaType`, which contradicts the descriptor that references it' };
}

/** Whether the root is a standalone descriptor: mediaType with digest and size, but no property of a manifest. */
function isBareDescriptor({ root }: JsonDocument): boolean {
  const documentMembers = ['schemaVersion', 'manifests', 'config', 'layers'];
  if (documentMembers.some((name) => memberOf(root, name) !== undefined)) return false;
  return memberOf(root, 'digest') !== undefined || memberOf(root, 'size') !== undefined;
}

/** Index and manifest kinds that are confused with each other, each mapped to its counterpart. */
const counterpart: Partial<Record<Kind, Kind>> = {
  index: 'manifest',
  manifest: 'index',
  'docker-manifest-list': 'docker-manifest',
  'docker-manifest': 'docker-manifest-list',
};

/**
 * Detects a document with a manifest's media type that has `manifests` but neither `config` nor `layers`, or the
 * reverse. It is read as the other kind, so that one wrong word is one finding rather than many.
 */
function contradictedBy({ root }: JsonDocument, stated: Kind): DecidedKind | undefined {
  const other = counterpart[stated];
  if (other === undefined) return undefined;
  const hasManifests = memberOf(root, 'manifests') !== undefined;
  const hasContent = memberOf(root, 'config') !== undefined || memberOf(root, 'layers') !== undefined;
  const isStatedAsManifest = stated === 'manifest' || stated === 'docker-manifest';
  const isContradicted = isStatedAsManifest ? hasManifests && !hasContent : hasContent && !hasManifests;
  if (!isContradicted) return undefined;
  return { kind: other, why: 'detected from its properties, which contradict its `mediaType`' };
}

/** Properties found only in unrelated formats (npm, web apps, Terraform, build tools). Such files are ignored. */
const foreignMembers = new Set([
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

function isForeign({ root }: JsonDocument): boolean {
  return membersOf(root).some((member) => foreignMembers.has(member.name));
}

/** What only the user can know about a document. */
export interface UserHints {
  readonly associated?: Kind | undefined;
  readonly ownTypes?: OwnTypes | undefined;
}

/** Adds the user's choices to the hints: the associated kind and custom types. */
export function withUserHints(hints: KindHints, { associated, ownTypes }: UserHints): KindHints {
  return {
    ...hints,
    ...(associated === undefined ? {} : { associated }),
    ...(ownTypes === undefined ? {} : { ownTypes }),
  };
}
