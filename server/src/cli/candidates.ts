import { basename } from 'node:path';
import { blobDigestOf } from '../content/layout/layout.ts';
import type { Telling } from '../node/look-through.ts';
import { hostTextOf } from '../oci/embedded.ts';
import type { FileSettings } from './settings.ts';
import { toUri } from './source.ts';

/** Whether a file found in a folder may be a document, judging by its name. */
export function isCandidate(path: string, name = basename(path)): boolean {
  return name.endsWith('.json') || name === 'oci-layout' || isBlob(path);
}

/** Whether it is a blob in a layout: `blobs/<algorithm>/<encoded>`. */
export function isBlob(path: string): boolean {
  // A cheap check that nearly all paths fail, before creating a URI.
  return /[\\/]blobs[\\/][^\\/]+[\\/][^\\/]+$/.test(path) && blobDigestOf(toUri(path)) !== undefined;
}

/**
 * Whether to read a file regardless of its contents: it is associated with a kind, or its language can contain embedded
 * documents.
 */
export function isReadAnyway(path: string, settings: FileSettings, name = basename(path)): boolean {
  return settings.associated !== undefined || hostTextOf(name, settings) !== undefined;
}

/** Documents of all kinds have at least one of these names, possibly with escapes. */
const tellingNames = /mediaType|schemaVersion|imageLayoutVersion|rootfs|architecture|digest|\\u00/;

/** Whitespace followed by the start of an array. */
const arrayStart = /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*\[/;

/** A UTF-16 byte order mark. */
const utf16Start = /^(?:\u00ff\u00fe|\u00fe\u00ff)/;

/**
 * Whether a chunk of a file indicates an OCI document, which is much cheaper to check than parsing. A document is an
 * object, so an array rules it out (undefined) unless the file name identifies the kind.
 */
export function tellsOurs(name: string): Telling {
  const isNamed = !name.endsWith('.json') || namesInLayouts.has(name);
  return (piece, isStart) => {
    if (isStart && utf16Start.test(piece)) return true;
    if (isStart && !isNamed && arrayStart.test(piece)) return undefined;
    return tellingNames.test(piece);
  };
}

/** Files of a layout besides its blobs. `docker save` adds manifest.json. */
export const namesInLayouts: ReadonlySet<string> = new Set(['oci-layout', 'index.json', 'manifest.json']);
