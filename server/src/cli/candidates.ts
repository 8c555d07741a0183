import { basename } from 'node:path';
import { blobDigestOf } from '../content/layout/layout.ts';
import { type HostLanguage, hostLanguageOf } from '../oci/embedded.ts';
import type { FileSettings } from './settings.ts';
import { toUri } from './source.ts';

/** Whether a file that was come upon in a folder is worth opening: by its name. */
export function isCandidate(path: string): boolean {
  const name = basename(path);
  return name.endsWith('.json') || name === 'oci-layout' || isBlob(path);
}

/** Whether it lies where a layout keeps its blobs: `blobs/<algorithm>/<encoded>`. */
export function isBlob(path: string): boolean {
  // The URI costs more than this look at the path, which almost every file fails.
  return /[\\/]blobs[\\/][^\\/]+[\\/][^\\/]+$/.test(path) && blobDigestOf(toUri(path)) !== undefined;
}

/** The language of a file in which documents are looked for, under its settings. */
export function hostOf(path: string, { associated, hasGoStrings }: FileSettings): HostLanguage | undefined {
  const language = associated === undefined ? hostLanguageOf(basename(path)) : undefined;
  return language === 'go' && !hasGoStrings ? undefined : language;
}

/** A document of any kind has at least one of these names, if need be with an escape in it. */
const tellingNames = ['mediaType', 'schemaVersion', 'imageLayoutVersion', 'rootfs', 'architecture', 'digest', '\\u00'];

/** Whether a file could be one of ours, from a look at its bytes that costs much less than reading it as JSON. */
export function mayBeOurs(bytes: Uint8Array): boolean {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isUtf16 || tellingNames.some((name) => buffer.includes(name));
}
