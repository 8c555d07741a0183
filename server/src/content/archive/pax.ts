import { latin1Of } from './tar-header.ts';

/** The fields of an extended header that apply to the next entry. */
export interface Extended {
  /** Latin-1: one character per byte. */
  readonly path?: string;
  /** Size of the body in bytes; NaN if it is not a number. */
  readonly size?: number;
  readonly isSparse?: boolean;
  /** Link target. Cut one byte after {@link maxTarget}. */
  readonly link?: string;
  /** Remaining records: times, owner, extended attributes. */
  readonly records?: ReadonlyMap<string, string>;
  /** A record's length field is wrong. */
  readonly isMalformed?: boolean;
}

/** The longest target of a symbolic link on Linux (PATH_MAX with the final NUL), in bytes. */
export const maxTarget = 4095;

/**
 * Parses the records of a pax header (POSIX.1-2001, "pax Header Block"), `LENGTH KEY=VALUE\n`, up to the first
 * malformed one.
 */
export function readPax(body: Uint8Array): Extended {
  let extended: Extended = {};
  const records = new Map<string, string>();
  for (let at = 0; at < body.length; ) {
    const digits = /^(\d{1,7}) /.exec(latin1Of(body.subarray(at, at + 8)))?.[1];
    const end = at + Number(digits);
    if (digits === undefined || end <= at + digits.length || end > body.length || body[end - 1] !== 0x0a)
      return { ...extended, isMalformed: true };
    const record = body.subarray(at + digits.length + 1, end - 1);
    const equals = record.indexOf(0x3d);
    if (equals < 1) return { ...extended, isMalformed: true };
    const key = latin1Of(record.subarray(0, equals));
    const value = latin1Of(record.subarray(equals + 1).subarray(0, key === 'linkpath' ? maxTarget + 1 : undefined));
    const meaning = meaningOf(key, value);
    if (meaning === undefined) records.set(key, value);
    else extended = { ...extended, ...meaning };
    at = end;
  }
  return records.size === 0 ? extended : { ...extended, records };
}

function meaningOf(key: string, value: string): Extended | undefined {
  if (key === 'path') return value === '' ? {} : { path: value };
  if (key === 'size') return value === '' ? {} : { size: /^\d+$/.test(value) ? Number(value) : Number.NaN };
  if (key === 'linkpath') return value === '' ? {} : { link: value };
  if (!key.startsWith('GNU.sparse.')) return undefined;
  // The header's regular name is a placeholder for unpackers without support for sparse files.
  return key === 'GNU.sparse.name' ? { path: value, isSparse: true } : { isSparse: true };
}
