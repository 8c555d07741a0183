/** Bytes and their digests, the basis of every sample. */
import { createHash } from 'node:crypto';

/** Paths with forward slashes relative to the samples folder, and their content. */
export type Files = ReadonlyMap<string, Uint8Array>;

/**
 * Two spaces and a final newline. These documents are meant to be read, and their digests cover exactly these bytes.
 */
export function toPrettyJson(value: unknown): Uint8Array {
  return toBytes(`${JSON.stringify(value, null, 2)}\n`);
}

/** Minified, as most tools write blobs. */
export function toCompactJson(value: unknown): Uint8Array {
  return toBytes(JSON.stringify(value));
}

export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The digest in OCI notation: `sha256:` and 64 lower-case hex digits. */
export function digestOf(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

export function toBase64(content: Uint8Array): string {
  return Buffer.from(content).toString('base64');
}
