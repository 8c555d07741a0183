import { whiteoutOf, whiteoutPrefix } from '../../oci/whiteouts.ts';
import { createImpliedFolders } from './implied-folders.ts';
import type { TarEntry } from './tar.ts';
import { isExecutable, isFileEntry, isFolderEntry } from './tar-details.ts';
import { cleanPathOf, parentOf } from './tar-path.ts';

/** The paths near the root of a layer by which layers affect each other, such as `lib` and `var/run`. */
export interface LayerTop {
  readonly links: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Some of the regular files. */
  readonly files: ReadonlySet<string>;
  /** Deleted from lower layers by whiteouts. */
  readonly deleted: ReadonlySet<string>;
  /** Folders that opaque whiteouts clear. */
  readonly cleared: ReadonlySet<string>;
  /** Folders that lack an entry of their own, as {@link createImpliedFolders} has them. */
  readonly implied: ReadonlySet<string>;
  /** Files that can be run, links, and `etc/passwd`. */
  readonly programs: ReadonlySet<string>;
  /** The first names of all paths. */
  readonly roots: ReadonlySet<string>;
  /** Root entries that tell an archive of an image from a file system. */
  readonly imageFiles: ReadonlySet<string>;
  /** Whether one of the others had to leave paths out. */
  readonly isCut: boolean;
}

/** Components of a path. */
const maxDepth = 2;

/** More steps than a path of that depth is written with. */
const maxSteps = maxDepth + 4;

/** Bounds memory. A root file system has some hundreds of such paths. */
const maxPaths = 1000;

/** By which systems know their users. */
export const passwdPath = 'etc/passwd';

const imageFiles: ReadonlySet<string> = new Set(['oci-layout', 'index.json', 'manifest.json', 'repositories']);

/** Collects the paths near the root while entries are added in order. */
export function createLayerTop() {
  const [links, folders] = [new Set<string>(), new Set<string>()];
  const { implied, add: addImplied } = createImpliedFolders((path) => folders.has(path) || links.has(path));
  const top = {
    links,
    folders,
    files: new Set<string>(),
    deleted: new Set<string>(),
    cleared: new Set<string>(),
    implied,
    programs: new Set<string>(),
    roots: new Set<string>(),
    imageFiles: new Set<string>(),
    isCut: false,
  };

  function put(set: Set<string>, path: string): void {
    if (set.size < maxPaths) set.add(path);
    else top.isCut = true;
  }

  return {
    top: top as LayerTop,
    add(entry: TarEntry): void {
      const start = startOf(entry.path);
      const root = firstNameOf(entry.path, start);
      if (root !== '') put(top.roots, root);
      addImplied(start === 0 ? entry.path : entry.path.slice(start), isFolderEntry(entry) || entry.type === '2');
      if (entry.path.length > 300 || entry.path.split('/', maxSteps).length === maxSteps) return;
      const path = cleanPathOf(entry.path);
      const folder = parentOf(path);
      const name = path.slice(folder === '' ? 0 : folder.length + 1);
      const depth = path.split('/').length;
      // A cleared folder may be one level above.
      if (depth > maxDepth + 1 || path === '') return;
      const whiteout = whiteoutOf(name);
      if (whiteout === 'opaque') put(top.cleared, folder);
      else if (depth > maxDepth) return;
      else if (whiteout === 'explicit')
        put(top.deleted, [...(folder === '' ? [] : [folder]), name.slice(whiteoutPrefix.length)].join('/'));
      else if (isFolderEntry(entry)) put(top.folders, path);
      else if (entry.type === '2') put(top.links, path);
      else if (whiteout === undefined && isFileEntry(entry) && top.files.size < maxPaths) top.files.add(path);
      if (whiteout === undefined && isProgram(entry, path)) put(top.programs, path);
      if (imageFiles.has(path)) top.imageFiles.add(path);
      else if (/^[0-9a-f]{64}$/.test(folder) && name === 'layer.tar') top.imageFiles.add('layer.tar');
    },
  };
}

/** Where the first name of a path starts that may begin with slashes and dots. */
function startOf(path: string): number {
  let start = 0;
  while (path[start] === '/' || (path[start] === '.' && path[start + 1] === '/')) start++;
  return start;
}

function firstNameOf(path: string, start: number): string {
  const end = path.indexOf('/', start);
  const name = end < 0 ? path.slice(start) : path.slice(start, end);
  return name === '.' ? '' : name;
}

function isProgram(entry: TarEntry, path: string): boolean {
  if (isFolderEntry(entry)) return false;
  return entry.type === '1' || entry.type === '2' || path === passwdPath || isExecutable(entry);
}
