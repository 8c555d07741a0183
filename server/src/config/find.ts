import { type Files, readSmallFile } from '../content/files.ts';
import { decodeDocument } from '../syntax/encoding.ts';

/** The result of a read: text, the reason why the file is unreadable, or undefined if it does not exist. */
export type Reading = { readonly text: string } | { readonly unreadable: string } | undefined;

/**
 * A search for configuration as a generator: it yields the files to read, and the caller reads them synchronously or
 * asynchronously.
 */
export type Search<Found> = Generator<FileRequest, Found, Reading>;

export interface FileRequest {
  /** URI or path. */
  readonly path: string;
  /** Size limit in bytes. */
  readonly maxSize: number;
}

/** Path operations: on URIs, or on the paths of an operating system. */
export interface PathOperations {
  folderOf(path: string): string;
  nameOf(path: string): string;
  below(folder: string, name: string): string;
}

/**
 * Finds what applies to a folder: its own file, or that of the nearest parent folder. Each folder is read only once.
 */
export interface Nearest<Found> {
  /** Returns the identical object for all folders to which it applies. */
  near(folder: string): Search<Found | undefined>;
  forget(): void;
}

/** Real configuration files are far smaller, and parsing much more would take minutes. Bytes. */
export const maxSettingsSize = 4 * 1024 * 1024;

/** Real folders are never nested deeper, but a crafted URI may be. */
const maxDepth = 100;

/** `isTop`: whether to stop at a folder instead of searching its parents. */
export function createNearest<Found>(
  lookIn: (folder: string) => Search<Found | undefined>,
  { folderOf }: Pick<PathOperations, 'folderOf'>,
  isTop: (folder: string) => boolean = () => false,
): Nearest<Found> {
  let known = newlyKnown<Found>();

  function* own(folder: string, { inFolder }: Known<Found>): Search<Found | undefined> {
    const found = inFolder.has(folder) ? inFolder.get(folder) : yield* lookIn(folder);
    // Concurrent searches of the same folder share one result.
    if (!inFolder.has(folder)) inFolder.set(folder, found);
    return inFolder.get(folder);
  }

  function* near(start: string): Search<Found | undefined> {
    // A search that is running when the cache is cleared must not write to the new one.
    const now = known;
    const { counting } = now;
    const passed: string[] = [];
    let found: Found | undefined;
    for (let folder = start; passed.length <= maxDepth; folder = folderOf(folder)) {
      found = counting.get(folder);
      if (counting.has(folder)) break;
      passed.push(folder);
      found = yield* own(folder, now);
      if (found !== undefined || isTop(folder) || folderOf(folder) === folder) break;
    }
    for (const folder of passed) counting.set(folder, found);
    return found;
  }

  return {
    near,
    forget() {
      known = newlyKnown();
    },
  };
}

/** The cache: what each folder contains, and what applies to it. */
interface Known<Found> {
  readonly inFolder: Map<string, Found | undefined>;
  readonly counting: Map<string, Found | undefined>;
}

function newlyKnown<Found>(): Known<Found> {
  return { inFolder: new Map(), counting: new Map() };
}

/** Runs a search synchronously. */
export function foundNow<Found>(search: Search<Found>, read: (request: FileRequest) => Reading): Found {
  let step = search.next();
  while (!step.done) step = search.next(read(step.value));
  return step.value;
}

/** Runs a search on files by URI. Files that cannot be accessed are treated as missing. */
export async function foundIn<Found>(search: Search<Found>, files: Files): Promise<Found> {
  let step = search.next();
  while (!step.done) step = search.next(await readingOf(step.value, files).catch(() => undefined));
  return step.value;
}

async function readingOf({ path, maxSize }: FileRequest, files: Files): Promise<Reading> {
  const stat = await files.stat(path);
  if (stat === undefined) return undefined;
  if (stat.type !== 'file') return { unreadable: unreadableTypes[stat.type] };
  const bytes = await readSmallFile(files, path, maxSize);
  return bytes === undefined ? { unreadable: tooLarge(maxSize) } : { text: decodeDocument(bytes).text };
}

const unreadableTypes = { folder: 'is a folder', link: 'is a symbolic link', other: 'not a regular file' } as const;

/** Reason for not reading a file. */
export function tooLarge(maxSize: number): string {
  return `larger than ${maxSize / 1024 / 1024} MiB`;
}
