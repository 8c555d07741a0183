import type { TarEntry } from './tar.ts';
import { numberOf, upToZero } from './tar-header.ts';

const xattrPrefix = 'SCHILY.xattr.';

/** Metadata of an entry. */
export interface TarDetails {
  /** Permission bits, including setuid, setgid and sticky. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** User and group names, if present. Latin-1: one character per byte. */
  readonly owner: string;
  /** Seconds since the Unix epoch. Kept as text, because pax records may have fractions. */
  readonly mtime: string;
  /** Link target in Latin-1; empty if the entry is not a link. */
  readonly link: string;
  /** `SCHILY.xattr.…` records without the prefix. Latin-1: one character per byte. */
  readonly xattrs: ReadonlyMap<string, string>;
  /** Device numbers of a device entry. */
  readonly device: string;
}

/** Reads the remaining header fields (POSIX ustar). Pax records take precedence. */
export function detailsOf(entry: TarEntry): TarDetails {
  const { block, records, type } = entry;
  const number = (start: number, end: number): number => numberOf(block.subarray(start, end));
  const text = (start: number, end: number): string => upToZero(block.subarray(start, end));
  const recorded = (key: string, otherwise: number): number => Number(records?.get(key) ?? otherwise);
  return {
    mode: number(100, 108) & 0o7777,
    uid: recorded('uid', number(108, 116)),
    gid: recorded('gid', number(116, 124)),
    owner: [records?.get('uname') ?? text(265, 297), records?.get('gname') ?? text(297, 329)].join(':'),
    mtime: records?.get('mtime') ?? String(number(136, 148)),
    link: isLinkEntry(entry) ? linkOf(entry) : '',
    xattrs: xattrsOf(records),
    device: type === '3' || type === '4' ? `${number(329, 337)},${number(337, 345)}` : '',
  };
}

/** Link target. Latin-1: one character per byte. */
export function linkOf({ link, block }: TarEntry): string {
  return link ?? upToZero(block.subarray(157, 257));
}

/** Whether the entry is a hard or symbolic link. */
export function isLinkEntry({ type }: TarEntry): boolean {
  return type === '1' || type === '2';
}

/** Whether the entry is a regular file. */
export function isFileEntry({ type, path }: TarEntry): boolean {
  return type === '0' || type === '7' || (type === '\0' && !path.endsWith('/'));
}

/** Whether the entry is a folder. */
export function isFolderEntry({ type, path }: TarEntry): boolean {
  return type === '5' || (type === '\0' && path.endsWith('/'));
}

/** Whether somebody may run the file. */
export function isExecutable({ block }: TarEntry): boolean {
  return (numberOf(block.subarray(100, 108)) & 0o111) !== 0;
}

/** Whether the entry marks a deletion as overlayfs does on disk (Documentation/filesystems/overlayfs.rst). */
export function isOverlayWhiteout({ type, block, records }: TarEntry): boolean {
  if (type === '3' && numberOf(block.subarray(329, 337)) === 0 && numberOf(block.subarray(337, 345)) === 0) return true;
  for (const key of records?.keys() ?? []) if (overlayXattr.test(key)) return true;
  return false;
}

const overlayXattr = /^(?:SCHILY|LIBARCHIVE)\.xattr\.(?:trusted|user)\.overlay\.(?:opaque|whiteout|redirect)$/;

/** Whether the file capabilities are ones that Linux rejects: it takes 20 bytes of version 2, and 24 of version 3. */
export function isBadCapability({ records }: TarEntry): boolean {
  const value = records?.get(`${xattrPrefix}security.capability`);
  // Go, and therefore container tools, leave out empty records.
  if (!value) return false;
  const version = value.charCodeAt(3);
  return !(value.length === 20 && version === 2) && !(value.length === 24 && version === 3);
}

/** The highest ID of a user namespace that maps as many IDs as /etc/subuid usually grants. */
const maxUsualId = 65_535;

/** Whether the owner or the group has an ID that rootless container engines usually cannot map. */
export function isLargeId({ block, records }: TarEntry): boolean {
  const isLarge = (key: string, start: number, end: number) =>
    Number(records?.get(key) ?? numberOf(block.subarray(start, end))) > maxUsualId;
  return isLarge('uid', 108, 116) || isLarge('gid', 116, 124);
}

function xattrsOf(records: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  const found = [...(records ?? [])].filter(([key]) => key.startsWith(xattrPrefix));
  return new Map(found.map(([key, value]) => [key.slice(xattrPrefix.length), value]));
}
