import { latin1Of } from './tar-header.ts';

/** What an extended header says of the entry after it, as far as anybody here asks. */
export interface Extended {
  /** A character for each byte. */
  readonly path?: string;
  /** Of the body, in bytes; NaN where it is not a number. */
  readonly size?: number;
  readonly isSparse?: boolean;
  /** What a link points at. */
  readonly link?: string;
  /** What else there is to say of an entry: its time, its owner, its extended attributes. */
  readonly records?: ReadonlyMap<string, string>;
  /** A record's length is not that of the record. */
  readonly isMalformed?: boolean;
}

/** Reads the records of a pax header (POSIX.1-2001, "pax Header Block"): `LENGTH KEY=VALUE\n`, up to the first that is malformed. */
export function readPax(body: Uint8Array): Extended {
  let extended: Extended = {};
  const records = new Map<string, string>();
  for (let at = 0; at < body.length; ) {
    const digits = /^(\d{1,7}) /.exec(latin1Of(body.subarray(at, at + 8)))?.[1];
    const end = at + Number(digits);
    if (digits === undefined || end <= at + digits.length || end > body.length || body[end - 1] !== 0x0a)
      return { ...extended, isMalformed: true };
    const record = latin1Of(body.subarray(at + digits.length + 1, end - 1));
    const equals = record.indexOf('=');
    if (equals < 1) return { ...extended, isMalformed: true };
    const [key, value] = [record.slice(0, equals), record.slice(equals + 1)];
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
  // The other name is that of a file which old unpackers make.
  return key === 'GNU.sparse.name' ? { path: value, isSparse: true } : { isSparse: true };
}
