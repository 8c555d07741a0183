import { artifactAnnotations } from './annotations/artifacts.ts';
import { imageAnnotations } from './annotations/images.ts';
import { ociAnnotations } from './annotations/oci.ts';
import type { FactStatus } from './media-types.ts';

/** What an annotation's text must read as. */
export type AnnotationValue =
  | 'string'
  | 'rfc3339'
  | 'date'
  | 'url'
  | 'uri'
  | 'spdx-expression'
  | 'digest'
  | 'image-reference'
  | 'ref-name'
  | 'media-type'
  | 'boolean'
  | 'integer'
  | 'json'
  | 'base64';

/**
 * Where a key is written. `descriptor`: on any descriptor; `layer`, `config`, `index-entry`: on one of that role;
 * `layout-entry`: on an entry of a layout's `index.json`; `label`: in an image config's Labels; `runtime`: in a runtime
 * config that a converter makes.
 */
export type AnnotationPlace =
  | 'manifest'
  | 'index'
  | 'descriptor'
  | 'layer'
  | 'config'
  | 'index-entry'
  | 'layout-entry'
  | 'label'
  | 'runtime';

/** What is known of an annotation key. */
export interface AnnotationInfo {
  /** A `*` at the end stands for any further text. */
  readonly key: string;
  readonly value: AnnotationValue;
  readonly places: readonly AnnotationPlace[];
  readonly status: FactStatus | 'misspelt';
  /** The key that took its place. */
  readonly replacedBy?: string;
  /** One sentence. */
  readonly summary: string;
  /** Usual values, when there are few. */
  readonly values?: readonly string[];
  readonly example?: string;
  readonly note?: string;
  readonly ecosystem: string;
}

/** A row of the tables: `current` and `string` are left out. */
export type AnnotationRow = Pick<AnnotationInfo, 'key' | 'places' | 'summary'> &
  Partial<Pick<AnnotationInfo, 'value' | 'status' | 'replacedBy' | 'values' | 'example' | 'note'>>;

export interface AnnotationGroup {
  readonly ecosystem: string;
  readonly rows: readonly AnnotationRow[];
}

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
