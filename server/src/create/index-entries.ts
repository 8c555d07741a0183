import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { hasTraits } from '../oci/kinds.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';
import { toValue } from '../syntax/value.ts';
import type { ListedEntry } from './image-index.ts';
import { toDescriptor } from './json-text.ts';
import type { ContentPart } from './parts.ts';
import type { Blob } from './small-blob.ts';

/** A manifest or index to list in a new index. */
export interface ToList {
  /** Its content. */
  readonly document: OciDocument;
  /** Its descriptor. */
  readonly part: ContentPart;
}

/**
 * Creates the entries of a new index. Artifact sets list indexes as they are. Images list the entries of those indexes
 * instead.
 */
export function entriesOf(all: readonly ToList[], isFlat: boolean): readonly ListedEntry[] {
  return all.flatMap((one) => (isFlat ? flattened(one) : [{ listed: toDescriptor(one.part) }]));
}

/** The blobs that a layout needs for an entry, excluding an index that was replaced by its entries. */
export function blobsFor({ part, document }: ToList, collected: readonly Blob[], isFlat: boolean): readonly Blob[] {
  return isFlat && isIndex(document.kind) ? collected.filter(({ digest }) => digest !== part.digest) : collected;
}

/** Replaces an index with its entries, to avoid nested indexes. */
export function flattened({ part, document }: ToList): readonly ListedEntry[] {
  if (!isIndex(document.kind)) return [{ listed: toDescriptor(part) }];
  const entries = document.descriptors.filter(({ role, value }) => role === 'manifest' && value !== undefined);
  return entries.map(({ node }) => ({ listed: { ...(toValue(node) as object) } }));
}

export function isIndex(kind: Kind | undefined): boolean {
  return hasTraits(kind, 'lists-manifests');
}

/**
 * Adds entries to an index. Replaces entries with the same digest or platform, together with the BuildKit attestations
 * of replaced images.
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

/** The attested digest from `vnd.docker.reference.digest`. */
function attestedBy({ listed }: ListedEntry): unknown {
  return (listed as Written).annotations?.['vnd.docker.reference.digest'];
}

/** A key for the platform; undefined for entries without one. */
function platformOf({ listed }: ListedEntry): string | undefined {
  const { platform } = listed as Written;
  if (typeof platform !== 'object' || platform === null || platform.os === 'unknown') return undefined;
  const names = ['os', 'architecture', 'variant', 'os.version', 'os.features'];
  return JSON.stringify(names.map((name) => platform[name] ?? null));
}

/** Properties of an index other than its entries. */
export function aboutOf({ document: { root } }: ToList) {
  const annotations = toValue(valueOf(root, 'annotations')) as Readonly<Record<string, string>> | undefined;
  const subject = toValue(valueOf(root, 'subject')) as object | undefined;
  return { artifactType: stringAt(root, 'artifactType'), annotations: annotations ?? {}, subject };
}
