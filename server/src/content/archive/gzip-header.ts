/** Summarizes a gzip header (RFC 1952) for display: modification time, file name, compression level, system. */
export function gzipHeaderText(head: Uint8Array): string {
  if (head.length < 10) return '';
  const [flags = 0, hint = 0, os = 255] = [head[3], head[8], head[9]];
  const seconds = new DataView(head.buffer, head.byteOffset).getUint32(4, true);
  const time = seconds === 0 ? '' : `time ${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  const name = (flags & hasName) === 0 ? '' : `name ${JSON.stringify(nameIn(head, flags))}`;
  return [time, name, hints[hint] ?? '', `system ${systems[os] ?? os}`].filter(Boolean).join(', ');
}

const [hasExtra, hasName] = [4, 8];

/** The XFL field: compression level. */
const hints: Readonly<Record<number, string>> = { 2: 'smallest', 4: 'fastest' };

const systems: Readonly<Record<number, string>> = { 0: 'FAT', 3: 'Unix', 7: 'Macintosh', 11: 'NTFS', 255: 'unknown' };

function nameIn(head: Uint8Array, flags: number): string {
  const start = 10 + ((flags & hasExtra) === 0 ? 0 : 2 + (head[10] ?? 0) + 256 * (head[11] ?? 0));
  const end = head.indexOf(0, start);
  return String.fromCharCode(...head.subarray(start, end < 0 ? start : Math.min(end, start + 80)));
}
