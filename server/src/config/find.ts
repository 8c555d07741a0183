import { type Files, readSmallFile } from '../content/files.ts';
import { decodeDocument } from '../syntax/encoding.ts';

/** What there is at a place: a text, a reason why it cannot be read, or nothing that could be looked at. */
export type Reading = { readonly text: string } | { readonly unreadable: string } | undefined;

/** A search for settings: it asks for files one at a time, and whoever runs it reads them, waiting or not. */
export type Search<Found> = Generator<Asked, Found, Reading>;

export interface Asked {
  /** A URI or path. */
  readonly place: string;
  /** In bytes. */
  readonly most: number;
}

/** How places are taken apart and put together: URIs, or the paths of a system. */
export interface Places {
  folderOf(place: string): string;
  nameOf(place: string): string;
  below(folder: string, name: string): string;
}

/** Finds what counts in a folder: what is there, or in the nearest folder above it. Looks once a folder. */
export interface Nearest<Found> {
  /** The same object for all folders in which it counts. */
  near(folder: string): Search<Found | undefined>;
  forget(): void;
}

/** What people write for this program to read is far smaller; parsing much more would take minutes. In bytes. */
export const maxSettingsSize = 4 * 1024 * 1024;

/** Nobody nests folders deeper; a URI may. */
const maxDepth = 100;

/** `isTop`: whether nothing above a folder counts in it. */
export function createNearest<Found>(
  lookIn: (folder: string) => Search<Found | undefined>,
  { folderOf }: Pick<Places, 'folderOf'>,
  isTop: (folder: string) => boolean = () => false,
): Nearest<Found> {
  let known = newlyKnown<Found>();

  function* own(folder: string, { inFolder }: Known<Found>): Search<Found | undefined> {
    const found = inFolder.has(folder) ? inFolder.get(folder) : yield* lookIn(folder);
    // Whoever looked at the same time is given the same.
    if (!inFolder.has(folder)) inFolder.set(folder, found);
    return inFolder.get(folder);
  }

  function* near(start: string): Search<Found | undefined> {
    // A search that is on its way when all is forgotten keeps nothing.
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

/** What is known of folders: what is in them, and what counts in them. */
interface Known<Found> {
  readonly inFolder: Map<string, Found | undefined>;
  readonly counting: Map<string, Found | undefined>;
}

function newlyKnown<Found>(): Known<Found> {
  return { inFolder: new Map(), counting: new Map() };
}

/** Runs a search over files that nobody waits for. */
export function foundNow<Found>(search: Search<Found>, read: (asked: Asked) => Reading): Found {
  let step = search.next();
  while (!step.done) step = search.next(read(step.value));
  return step.value;
}

/** Runs a search over files by URI. What cannot be looked at is not there. */
export async function foundIn<Found>(search: Search<Found>, files: Files): Promise<Found> {
  let step = search.next();
  while (!step.done) step = search.next(await readingOf(step.value, files).catch(() => undefined));
  return step.value;
}

async function readingOf({ place, most }: Asked, files: Files): Promise<Reading> {
  const stat = await files.stat(place);
  if (stat === undefined) return undefined;
  if (stat.type !== 'file') return { unreadable: unreadableTypes[stat.type] };
  const bytes = await readSmallFile(files, place, most);
  return bytes === undefined ? { unreadable: tooLarge(most) } : { text: decodeDocument(bytes).text };
}

const unreadableTypes = { folder: 'is a folder', link: 'is a symbolic link', other: 'not a regular file' } as const;

/** Why a file is not read. */
export function tooLarge(most: number): string {
  return `larger than ${most / 1024 / 1024} MiB`;
}
