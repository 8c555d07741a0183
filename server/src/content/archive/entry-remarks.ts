import { isMisspelledOpaque, whiteoutOf, whiteoutPrefix } from '../../oci/whiteouts.ts';
import { createDeadLinks } from './dead-links.ts';
import { createPathSet } from './path-set.ts';
import { maxTarget } from './pax.ts';
import type { TarEntry } from './tar.ts';
import {
  isBadCapability,
  isFileEntry,
  isFolderEntry,
  isLargeId,
  isLinkEntry,
  isOverlayWhiteout,
  linkOf,
} from './tar-details.ts';
import { cleanPathOf, parentOf, pathInside } from './tar-path.ts';

/** Notable properties of a layer entry (image-spec layer.md). */
export type Remark =
  /** An earlier entry has the same path. */
  | 'duplicate'
  /** The path or the link target escapes the root. */
  | 'outside'
  /** Hard link without an earlier entry for its target. */
  | 'dangling-link'
  /** Hard link to a folder. */
  | 'folder-link'
  /** Symbolic link without a target. */
  | 'empty-link'
  /** A name in the path, or a link target, that is longer than Linux can store. */
  | 'long-name'
  | 'long-target'
  /** The parent folder is an earlier entry that is not a folder. */
  | 'below-file'
  /** A parent folder is an earlier link to something that the layer does not have so far. */
  | 'below-dead-link'
  /** Type flag that unpackers do not know. */
  | 'unknown-type'
  /** File capabilities that Linux rejects. */
  | 'bad-capability'
  /** Device file. */
  | 'device'
  /** Owner or group beyond the IDs that user namespaces usually map. */
  | 'large-id'
  /** Sparse file: holes are not stored. */
  | 'sparse'
  /** Whiteout of a single entry or of a whole folder. */
  | 'explicit-whiteout'
  | 'opaque-whiteout'
  /** Whiteout that follows another entry of its folder. */
  | 'late-whiteout'
  /** Whiteout of an earlier entry of the layer. */
  | 'whiteout-after-own'
  /** Whiteout as overlayfs keeps it on disk: a device 0/0, or an extended attribute. */
  | 'overlay-whiteout'
  /**
   * Invalid whiteouts: just `.wh.`, of `.` or `..`, with a body, not a regular file, with a name similar to an opaque
   * whiteout's, or a name that AUFS uses for itself.
   */
  | 'nameless-whiteout'
  | 'dots-whiteout'
  | 'misspelled-opaque'
  | 'full-whiteout'
  | 'whiteout-no-file'
  | 'other-whiteout';

/** A hard link whose target may be in a lower layer. Both paths are relative to the root. */
export interface DanglingLink {
  readonly path: string;
  readonly target: string;
}

/** Maximum number of paths and of folders remembered, at most 32 MB each. Later ones are only compared with these. */
const maxPaths = 1_000_000;

/** NAME_MAX on Linux, in bytes. */
const maxName = 255;

/** Enough to find one that no lower layer has. */
const maxDanglingLinks = 100;

/** What to remark on a layer's entries, which are given in order. Keeps track of earlier ones. */
export function createRemarks() {
  const paths = createPathSet(maxPaths);
  /** Parents of entries. */
  const folders = createPathSet(maxPaths);
  /** Entries that can have children: folders with a slash at the end, and symbolic links. */
  const parents = createPathSet(maxPaths);
  const deadLinks = createDeadLinks(paths);
  const danglingLinks: DanglingLink[] = [];
  let lastFolder: string | undefined;

  function linkRemark(entry: TarEntry, path: string): Remark | undefined {
    if (isOutside(entry)) return 'outside';
    if (entry.type === '2') return targetRemark(linkOf(entry));
    if (entry.type !== '1') return undefined;
    const target = cleanPathOf(linkOf(entry));
    if (parents.has(`${target}/`)) return 'folder-link';
    if (paths.isFull() || paths.has(target)) return undefined;
    if (danglingLinks.length < maxDanglingLinks) danglingLinks.push({ path, target });
    return 'dangling-link';
  }

  function isBelowFile(folder: string): boolean {
    if (folder === '' || parents.isFull() || !paths.has(folder)) return false;
    return !parents.has(folder) && !parents.has(`${folder}/`);
  }

  function remarksOn(entry: TarEntry): readonly Remark[] {
    const path = cleanPathOf(entry.path);
    const slash = path.lastIndexOf('/');
    const folder = path.slice(0, Math.max(0, slash));
    const name = path.slice(slash + 1);
    const remarks = remarksAlone(entry);
    const link = linkRemark(entry, path);
    if (link !== undefined) remarks.push(link);
    if (deadLinks.add(entry, path, folder)) remarks.push('below-dead-link');
    if (paths.add(path)) remarks.push('duplicate');
    if (isFolderEntry(entry)) parents.add(`${path}/`);
    else if (entry.type === '2') parents.add(path);
    const whiteout = whiteoutRemarkOf(name, entry);
    if (whiteout !== undefined) remarks.push(whiteout);
    else if (folder !== lastFolder && path !== '') {
      folders.add(folder);
      lastFolder = folder;
      if (isBelowFile(folder)) remarks.push('below-file');
    }
    const isWhiteout = whiteout === 'explicit-whiteout' || whiteout === 'opaque-whiteout';
    if (isWhiteout && folders.has(folder)) remarks.push('late-whiteout');
    if (whiteout === 'explicit-whiteout') {
      const target = `${folder === '' ? '' : `${folder}/`}${name.slice(whiteoutPrefix.length)}`;
      if (paths.has(target)) remarks.push('whiteout-after-own');
    }
    return remarks;
  }

  return { remarksOn, danglingLinks };
}

/** Every type that the unpackers of Docker and containerd handle, and that of sparse files, which has a remark of its own. */
const knownTypes: ReadonlySet<string> = new Set(['0', '\0', '1', '2', '3', '4', '5', '6', '7', 'S']);

/** What can be remarked without regard to other entries. */
function remarksAlone(entry: TarEntry): Remark[] {
  const remarks: Remark[] = entry.isSparse ? ['sparse'] : [];
  if (!knownTypes.has(entry.type)) remarks.push('unknown-type');
  if (entry.path.length > maxName && entry.path.split('/').some((name) => name.length > maxName))
    remarks.push('long-name');
  if (isBadCapability(entry)) remarks.push('bad-capability');
  if (isOverlayWhiteout(entry)) remarks.push('overlay-whiteout');
  else if (entry.type === '3' || entry.type === '4') remarks.push('device');
  if (isLargeId(entry)) remarks.push('large-id');
  return remarks;
}

function targetRemark(target: string): Remark | undefined {
  if (target === '') return 'empty-link';
  return target.length > maxTarget ? 'long-target' : undefined;
}

/**
 * Hard link targets are relative to the root, symbolic link targets to the link's folder. Absolute targets are relative
 * to the root.
 */
function isOutside(entry: TarEntry): boolean {
  const { path, type } = entry;
  if (pathInside(path) === undefined) return true;
  if (!isLinkEntry(entry)) return false;
  const link = linkOf(entry);
  if (type === '2' && link.startsWith('/')) return false;
  return pathInside(type === '1' ? link : `${parentOf(cleanPathOf(path))}/${link}`) === undefined;
}

function whiteoutRemarkOf(name: string, entry: TarEntry): Remark | undefined {
  const whiteout = whiteoutOf(name);
  if (whiteout === undefined) return undefined;
  if (isMisspelledOpaque(name)) return 'misspelled-opaque';
  if (name === `${whiteoutPrefix}.` || name === `${whiteoutPrefix}..`) return 'dots-whiteout';
  if (whiteout === 'nameless' || whiteout === 'other') return `${whiteout}-whiteout`;
  if (!isFileEntry(entry)) return 'whiteout-no-file';
  return entry.size > 0 ? 'full-whiteout' : `${whiteout}-whiteout`;
}
