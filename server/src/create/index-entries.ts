import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { hasTraits } from '../oci/kinds.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';
import { toValue } from '../syntax/value.ts';
import type { ListedEntry } from './image-index.ts';
import { toDescriptor } from './json-text.ts';
import type { ContentPart } from './parts.ts';
import type { Blob } from './small-blob.ts';

/** A manifest or index that a new index is to list. */
export interface ToList {
  /** What it says. */
  readonly document: OciDocument;
  /** How an index lists it. */
  readonly part: ContentPart;
}

/** The entries of a new index. A package lists indexes as they are; an image lists what they list in their place. */
export function entriesOf(all: readonly ToList[], isFlat: boolean): readonly ListedEntry[] {
  return all.flatMap((one) => (isFlat ? flattened(one) : [{ listed: toDescriptor(one.part) }]));
}

/** What a layout needs of what was collected for an entry: not the index whose entries were taken in its place. */
export function blobsFor({ part, document }: ToList, collected: readonly Blob[], isFlat: boolean): readonly Blob[] {
  return isFlat && isIndex(document.kind) ? collected.filter(({ digest }) => digest !== part.digest) : collected;
}

/** An index lists no other: what one lists is taken in its place. */
export function flattened({ part, document }: ToList): readonly ListedEntry[] {
  if (!isIndex(document.kind)) return [{ listed: toDescriptor(part) }];
  const entries = document.descriptors.filter(({ role, value }) => role === 'manifest' && value !== undefined);
  return entries.map(({ node }) => ({ listed: { ...(toValue(node) as object) } }));
}

export function isIndex(kind: Kind | undefined): boolean {
  return hasTraits(kind, 'lists-manifests');
}

/**
 * The entries of an index with others added: each digest once, and for each platform the last that came. With an image goes
 * what BuildKit says of it.
 */
export function withAdded(before: readonly ListedEntry[], added: readonly ListedEntry[]): readonly ListedEntry[] {
  const isRenewed = (entry: ListedEntry) => added.some((other) => isSamePlace(entry, other));
  const gone = new Set(before.filter(isRenewed).map(digestOf));
  for (const entry of added) gone.delete(digestOf(entry));
  const kept = before.filter((entry) => !isRenewed(entry) && !gone.has(attestedBy(entry)));
  return [...kept, ...added];
}

function isSamePlace(a: ListedEntry, b: ListedEntry): boolean {
  if (digestOf(a) === digestOf(b)) return true;
  const platform = platformOf(a);
  return platform !== undefined && platform === platformOf(b);
}

type Written = {
  readonly digest?: unknown;
  readonly platform?: Readonly<Record<string, unknown>>;
  readonly annotations?: Readonly<Record<string, unknown>>;
};

function digestOf({ listed }: ListedEntry): unknown {
  return (listed as Written).digest;
}

/** What `vnd.docker.reference.digest` says that an attestation is about. */
function attestedBy({ listed }: ListedEntry): unknown {
  return (listed as Written).annotations?.['vnd.docker.reference.digest'];
}

/** One text a platform; undefined for entries that are for none. */
function platformOf({ listed }: ListedEntry): string | undefined {
  const { platform } = listed as Written;
  if (typeof platform !== 'object' || platform === null || platform.os === 'unknown') return undefined;
  const names = ['os', 'architecture', 'variant', 'os.version', 'os.features'];
  return JSON.stringify(names.map((name) => platform[name] ?? null));
}

/** What an index says of itself beside its entries. */
export function aboutOf({ document: { root } }: ToList) {
  const annotations = toValue(valueOf(root, 'annotations')) as Readonly<Record<string, string>> | undefined;
  const subject = toValue(valueOf(root, 'subject')) as object | undefined;
  return { artifactType: stringAt(root, 'artifactType'), annotations: annotations ?? {}, subject };
}
