/** The kind of whiteout that the last component of a layer path denotes (image-spec layer.md, "Whiteouts"). */
export type Whiteout =
  /** Removes one entry of the lower layers. */
  | 'explicit'
  /** Removes all of the folder's content in the lower layers. */
  | 'opaque'
  /** Invalid: just the prefix, without a name. */
  | 'nameless'
  /** Not specified: AUFS metadata, or a misspelled opaque whiteout. */
  | 'other';

export const whiteoutPrefix = '.wh.';
const opaqueName = '.wh..wh..opq';

/** The kind of whiteout; undefined for ordinary names. */
export function whiteoutOf(name: string): Whiteout | undefined {
  if (!name.startsWith(whiteoutPrefix)) return undefined;
  if (name === whiteoutPrefix) return 'nameless';
  if (name === opaqueName) return 'opaque';
  return name.startsWith(whiteoutPrefix + whiteoutPrefix) || name === '.wh..opq' ? 'other' : 'explicit';
}

/** Whether a name is most likely meant as that of an opaque whiteout. */
export function isMisspelledOpaque(name: string): boolean {
  return name !== opaqueName && misspelledOpaque.test(name);
}

/** `.wh..opq`, `.wh.opq`, `.wh..wh.opq`, `.wh..wh..opaque`, `.wh..wh..opqX`. */
const misspelledOpaque = /^\.wh\.(?:\.?wh\.)?\.?(?:opq|opaque)[^.]*$/;
