import type { TarEntry } from './tar.ts';
import { numberOf, upToZero } from './tar-header.ts';

/** What an unpacker makes of an entry besides its bytes. */
export interface TarDetails {
  /** Permissions, with set-user-ID, set-group-ID and the sticky bit. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Names of the owner and the group, where they are written. A character for each byte. */
  readonly owner: string;
  /** In seconds since 1970, as written where a pax record has it. */
  readonly mtime: string;
  /** A character for each byte; empty where it is not a link. */
  readonly link: string;
  /** `SCHILY.xattr.…` without its prefix. A character for each byte. */
  readonly xattrs: ReadonlyMap<string, string>;
  /** Of a device. */
  readonly device: string;
}

/** Reads the rest of an entry's headers (POSIX pax, ustar interchange format; pax records go first). */
export function detailsOf(entry: TarEntry): TarDetails {
  const { block, records, type } = entry;
  const number = (start: number, end: number): number => numberOf(block.subarray(start, end));
  const text = (start: number, end: number): string => upToZero(block.subarray(start, end));
  const told = (key: string, otherwise: number): number => Number(records?.get(key) ?? otherwise);
  return {
    mode: number(100, 108) & 0o7777,
    uid: told('uid', number(108, 116)),
    gid: told('gid', number(116, 124)),
    owner: [records?.get('uname') ?? text(265, 297), records?.get('gname') ?? text(297, 329)].join(':'),
    mtime: records?.get('mtime') ?? String(number(136, 148)),
    link: type === '1' || type === '2' ? linkOf(entry) : '',
    xattrs: xattrsOf(records),
    device: type === '3' || type === '4' ? `${number(329, 337)},${number(337, 345)}` : '',
  };
}

/** What a link points at. A character for each byte. */
export function linkOf({ link, block }: TarEntry): string {
  return link ?? upToZero(block.subarray(157, 257));
}

/** Whether an entry unpacks to a regular file. */
export function isFileEntry({ type, path }: TarEntry): boolean {
  return type === '0' || type === '7' || (type === '\0' && !path.endsWith('/'));
}

const xattrPrefix = 'SCHILY.xattr.';

function xattrsOf(records: ReadonlyMap<string, string> | undefined): ReadonlyMap<string, string> {
  const found = [...(records ?? [])].filter(([key]) => key.startsWith(xattrPrefix));
  return new Map(found.map(([key, value]) => [key.slice(xattrPrefix.length), value]));
}
