import { late } from '../../syntax/late.ts';
import type { AnnotationInfo, AnnotationRow } from './annotation-info.ts';
import { factTable } from './fact-table.ts';
import { annotationRows } from './generated/annotation-rows.ts';

const table = factTable(
  annotationRows,
  'key',
  (row: AnnotationRow & Pick<AnnotationInfo, 'ecosystem'>): AnnotationInfo => ({
    value: 'string',
    status: 'current',
    ...row,
  }),
);

/** All known annotation keys. Unknown keys are equally valid. */
export const annotationInfos: () => readonly AnnotationInfo[] = table.all;

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

/** Keys that match any suffix. */
const openKeys = late(() => table.keys().filter((key) => key.endsWith('*')));

/** Looks up an annotation key; undefined if unknown. */
export function annotationInfoOf(key: string): AnnotationInfo | undefined {
  const found = table.find(key);
  if (found !== undefined) return found;
  const open = openKeys().find((one) => key.startsWith(one.slice(0, -1)));
  return open === undefined ? undefined : table.find(open);
}

/** The owner of the key's reserved prefix. */
export function annotationOwnerOf(key: string): string | undefined {
  return annotationPrefixes.find(({ prefix }) => key.startsWith(prefix))?.owner;
}
