import type { Content } from '../content/content-store.ts';
import type { Related } from './rule.ts';

/** A number of bytes for people: exact, with thousands set apart. */
export function bytesText(size: number | bigint): string {
  return `${size.toLocaleString('en-US')} ${BigInt(size) === 1n ? 'byte' : 'bytes'}`;
}

/** The file of a content, as the other place of a finding; none for content that is no file. */
export function relatedFile({ uri }: Content, message: string): readonly Related[] {
  return uri === undefined ? [] : [{ uri, span: { start: 0, end: 0 }, pointer: '', message }];
}

/** The end of a digest's path in a layout, for messages. */
export function blobPathOf({ algorithm, encoded }: { readonly algorithm: string; readonly encoded: string }): string {
  const shown = encoded.length > 12 ? `${encoded.slice(0, 12)}…` : encoded;
  return `blobs/${algorithm}/${shown}`;
}
