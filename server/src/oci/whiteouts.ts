/** What the last part of a path in a layer says is to be deleted (image-spec layer.md, "Whiteouts"). */
export type Whiteout =
  /** Something below, by its name. */
  | 'explicit'
  /** All that is below in the folder. */
  | 'opaque'
  /** Nothing: the prefix stands alone. */
  | 'nameless'
  /** Nothing that is specified: AUFS's own files, or nearly the name of an opaque whiteout. */
  | 'other';

export const whiteoutPrefix = '.wh.';
export const opaqueName = '.wh..wh..opq';

/** What a name deletes; undefined for names of what is there. */
export function whiteoutOf(name: string): Whiteout | undefined {
  if (!name.startsWith(whiteoutPrefix)) return undefined;
  if (name === whiteoutPrefix) return 'nameless';
  if (name === opaqueName) return 'opaque';
  return name.startsWith(whiteoutPrefix + whiteoutPrefix) || name === '.wh..opq' ? 'other' : 'explicit';
}
