/** Compression detected from the first bytes; `none` if not recognized. */
export type Compression = 'gzip' | 'zstd' | 'bzip2' | 'xz' | 'none';

/** Number of bytes needed for detection. */
export const compressionHeadSize = 6;

const magics: readonly (readonly [Compression, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2', [0x42, 0x5a, 0x68]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
];

/**
 * Detects compression by magic number (RFC 1952 section 2.3.1; RFC 8878 section 3.1.1). zstd may start with a skippable
 * frame.
 */
export function compressionOf(head: Uint8Array): Compression {
  const startsWith = (magic: readonly number[]): boolean => magic.every((byte, at) => head[at] === byte);
  const known = magics.find(([, magic]) => startsWith(magic))?.[0];
  return known ?? (isSkippableFrame(head) ? 'zstd' : 'none');
}

function isSkippableFrame(head: Uint8Array): boolean {
  return (head[0] ?? 0) >> 4 === 5 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}
