import { late } from '../../syntax/late.ts';
import { ownEntry } from '../../syntax/own-entry.ts';
import type { AnnotationInfo } from './annotation-info.ts';
import { annotationRows } from './generated/annotation-rows.ts';

const rows = late(annotationRows);

/** All known annotation keys. Unknown keys are equally valid. */
export const annotationInfos = late((): readonly AnnotationInfo[] =>
  Object.keys(rows()).flatMap((key) => infoAt(key) ?? []),
);

/** Prefixes reserved by their owners. */
const annotationPrefixes: readonly { readonly prefix: string; readonly owner: string }[] = [
  { prefix: 'org.opencontainers.image.', owner: 'the image specification' },
  { prefix: 'org.opencontainers.', owner: 'the OCI specifications' },
  { prefix: 'io.cncf.notary', owner: 'Notation' },
  { prefix: 'containerd.io/', owner: 'containerd' },
  { prefix: 'dev.sigstore.', owner: 'Sigstore' },
  { prefix: 'com.docker.', owner: 'Docker' },
  { prefix: 'sh.brew.', owner: 'Homebrew' },
  { prefix: 'org.cncf.model.', owner: 'ModelPack' },
];

/** What the keys that end with `*` begin with. */
const openPrefixes = late(() => Object.keys(rows()).flatMap((key) => (key.endsWith('*') ? [key.slice(0, -1)] : [])));

/** A document has few keys, so only what it asks for is read from the table. */
const infosByKey = new Map<string, AnnotationInfo>();

/** Looks up an annotation key; undefined if unknown. */
export function annotationInfoOf(key: string): AnnotationInfo | undefined {
  const prefix = Object.hasOwn(rows(), key) ? undefined : openPrefixes().find((open) => key.startsWith(open));
  return infoAt(prefix === undefined ? key : `${prefix}*`);
}

function infoAt(key: string): AnnotationInfo | undefined {
  const known = infosByKey.get(key);
  if (known !== undefined) return known;
  const row = ownEntry(rows(), key);
  if (row === undefined) return undefined;
  const info: AnnotationInfo = { value: 'string', status: 'current', ...JSON.parse(row) };
  // A piece of a document's text would keep all of it in memory.
  infosByKey.set(info.key, info);
  return info;
}

/** The owner of the key's reserved prefix. */
export function annotationOwnerOf(key: string): string | undefined {
  return annotationPrefixes.find(({ prefix }) => key.startsWith(prefix))?.owner;
}
