import type { FactStatus } from './media-type-info.ts';

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
  readonly status: FactStatus | 'misspelled';
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
