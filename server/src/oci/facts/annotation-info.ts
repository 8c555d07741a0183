import type { Described } from './fact-words.ts';
import type { FactStatus } from './media-type-info.ts';

/** The format of an annotation's value. */
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
  | 'kind-name'
  | 'json'
  | 'base64';

/**
 * Where a key is used. `descriptor`: any descriptor; `layer`, `config`, `index-entry`: a descriptor with that role;
 * `layout-entry`: an entry of a layout's `index.json`; `label`: Labels of an image config; `runtime`: a runtime config
 * generated from the image.
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

/** Facts about an annotation key. */
export interface AnnotationInfo {
  /** A trailing `*` matches any suffix. */
  readonly key: string;
  readonly value: AnnotationValue;
  readonly places: readonly AnnotationPlace[];
  readonly status: FactStatus | 'misspelled';
  /** The key that supersedes it. */
  readonly replacedBy?: string;
  /** Common values, if there are few. */
  readonly values?: readonly string[];
  readonly ecosystem: string;
}

/** A table row. `current` and `string` are the defaults. */
export type AnnotationRow = Pick<AnnotationInfo, 'key' | 'places'> &
  Partial<Pick<AnnotationInfo, 'value' | 'status' | 'replacedBy' | 'values'>>;

export interface AnnotationGroup {
  readonly ecosystem: string;
  readonly rows: readonly Described<AnnotationRow>[];
}
