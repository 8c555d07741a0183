import { late } from '../../syntax/late.ts';
import type { AnnotationInfo } from './annotation-info.ts';
import { artifactAnnotations } from './annotations/artifacts.ts';
import { imageAnnotations } from './annotations/images.ts';
import { ociAnnotations } from './annotations/oci.ts';

/** All known annotation keys. Unknown keys are equally valid. */
export const annotationInfos = late((): readonly AnnotationInfo[] =>
  [...ociAnnotations(), ...imageAnnotations(), ...artifactAnnotations()].flatMap(({ ecosystem, rows }) =>
    rows.map((row) => ({ value: 'string' as const, status: 'current' as const, ...row, ecosystem })),
  ),
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

const infosByKey = late(() => new Map(annotationInfos().map((info) => [info.key, info])));
const openInfos = late(() => annotationInfos().filter(({ key }) => key.endsWith('*')));

/** Looks up an annotation key; undefined if unknown. */
export function annotationInfoOf(key: string): AnnotationInfo | undefined {
  return infosByKey().get(key) ?? openInfos().find((info) => key.startsWith(info.key.slice(0, -1)));
}

/** The owner of the key's reserved prefix. */
export function annotationOwnerOf(key: string): string | undefined {
  return annotationPrefixes.find(({ prefix }) => key.startsWith(prefix))?.owner;
}
