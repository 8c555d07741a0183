/** An archive entry that a test writes byte by byte. */
export interface Written {
  readonly name: string | Uint8Array;
  /** One character. Defaults to a regular file. */
  readonly type?: string;
  readonly body?: string | Uint8Array;
  /** Replaces the size field, which is the octal length of the body otherwise. */
  readonly size?: Uint8Array;
  /** Changes to the header before its checksum is computed, by offset. */
  readonly changes?: Readonly<Record<number, string>>;
}

/** A tar archive of ustar headers without the two final blocks. */
export function tarOf(...entries: readonly Written[]): Buffer {
  return Buffer.concat(entries.map(entryOf));
}

/** The same with the final blocks. */
export function wholeTarOf(...entries: readonly Written[]): Buffer {
  return Buffer.concat([tarOf(...entries), Buffer.alloc(1024)]);
}

/** The body of a pax header. */
export function paxOf(records: Readonly<Record<string, string>>): string {
  return Object.entries(records)
    .map(([key, value]) => {
      const rest = ` ${key}=${value}\n`;
      const length = Buffer.byteLength(rest);
      const digits = String(length + String(length + 1).length).length;
      return `${length + digits}${rest}`;
    })
    .join('');
}

function entryOf({ name, type = '0', body = '', size, changes = {} }: Written): Buffer {
  const bytes = Buffer.from(body as string);
  const header = Buffer.alloc(512);
  header.set(Buffer.from(name as string).subarray(0, 100), 0);
  header.write('0000644\0', 100);
  header.set(size ?? Buffer.from(`${bytes.length.toString(8).padStart(11, '0')}\0`), 124);
  header.write('00000000000\0', 136);
  header.write(type, 156, 'latin1');
  header.write('ustar\u000000', 257);
  for (const [at, text] of Object.entries(changes)) header.write(text, Number(at), 'latin1');
  header.write('        ', 148);
  let sum = 0;
  for (const byte of header) sum += byte;
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}
