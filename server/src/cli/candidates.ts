import { basename } from 'node:path';
import { blobDigestOf } from '../content/layout/layout.ts';
import type { Telling } from '../node/look-through.ts';
import { hostTextOf } from '../oci/embedded.ts';
import type { FileSettings } from './settings.ts';
import { toUri } from './source.ts';

/** Whether a file that was come upon in a folder is worth opening: by its name. */
export function isCandidate(path: string, name = basename(path)): boolean {
  return name.endsWith('.json') || name === 'oci-layout' || isBlob(path);
}

/** Whether it lies where a layout keeps its blobs: `blobs/<algorithm>/<encoded>`. */
export function isBlob(path: string): boolean {
  // The URI costs more than this look at the path, which almost every file fails.
  return /[\\/]blobs[\\/][^\\/]+[\\/][^\\/]+$/.test(path) && blobDigestOf(toUri(path)) !== undefined;
}

/** Whether a file is read whatever is in it: it is said to be a document, or is of a language that can hold some. */
export function isReadAnyway(path: string, settings: FileSettings, name = basename(path)): boolean {
  return settings.associated !== undefined || hostTextOf(name, settings) !== undefined;
}

/** A document of any kind has at least one of these names, if need be with an escape in it. */
const tellingNames = /mediaType|schemaVersion|imageLayoutVersion|rootfs|architecture|digest|\\u00/;

/** Blanks, and what begins an array. */
const arrayStart = /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*\[/;

/** A byte order mark of UTF-16. */
const utf16Start = /^(?:\u00ff\u00fe|\u00fe\u00ff)/;

/**
 * Whether a piece of a file says that it could be one of ours, which costs much less than reading it as JSON. A document is
 * an object: an array is none, whatever else is in it (undefined), where its name does not tell what it is.
 */
export function tellsOurs(name: string): Telling {
  const isNamed = !name.endsWith('.json') || namesInLayouts.has(name);
  return (piece, isStart) => {
    if (isStart && utf16Start.test(piece)) return true;
    if (isStart && !isNamed && arrayStart.test(piece)) return undefined;
    return tellingNames.test(piece);
  };
}

/** What belongs to a layout beside its blobs; `docker save` adds a manifest.json. */
export const namesInLayouts: ReadonlySet<string> = new Set(['oci-layout', 'index.json', 'manifest.json']);
