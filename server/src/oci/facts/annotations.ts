import type { AnnotationInfo } from './annotation-info.ts';
import { artifactAnnotations } from './annotations/artifacts.ts';
import { imageAnnotations } from './annotations/images.ts';
import { ociAnnotations } from './annotations/oci.ts';

/** Every annotation key that this program knows. Unknown ones are just as valid. */
export const annotationInfos: readonly AnnotationInfo[] = [
  ...ociAnnotations,
  ...imageAnnotations,
  ...artifactAnnotations,
].flatMap(({ ecosystem, rows }) =>
  rows.map((row) => ({ value: 'string' as const, status: 'current' as const, ...row, ecosystem })),
);

/** Prefixes that somebody keeps for their own keys. */
export const annotationPrefixes: readonly { readonly prefix: string; readonly owner: string }[] = [
  { prefix: 'org.opencontainers.image.', owner: 'the image specification' },
  { prefix: 'org.opencontainers.', owner: 'the OCI specifications' },
  { prefix: 'io.cncf.notary', owner: 'Notation' },
  { prefix: 'containerd.io/', owner: 'containerd' },
  { prefix: 'dev.sigstore.', owner: 'Sigstore' },
  { prefix: 'com.docker.', owner: 'Docker' },
  { prefix: 'sh.brew.', owner: 'Homebrew' },
  { prefix: 'org.cncf.model.', owner: 'ModelPack' },
];

const infosByKey = new Map(annotationInfos.map((info) => [info.key, info]));
const openInfos = annotationInfos.filter(({ key }) => key.endsWith('*'));

/** What is known of an annotation key; undefined for one that is not in the tables. */
export function annotationInfoOf(key: string): AnnotationInfo | undefined {
  return infosByKey.get(key) ?? openInfos.find((info) => key.startsWith(info.key.slice(0, -1)));
}

/** Who keeps the key's prefix for themselves. */
export function annotationOwnerOf(key: string): string | undefined {
  return annotationPrefixes.find(({ prefix }) => key.startsWith(prefix))?.owner;
}
