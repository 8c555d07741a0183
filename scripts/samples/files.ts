/** Bytes, and what they are called by: the ground that every sample stands on. */
import { createHash } from 'node:crypto';

/** Paths with forward slashes, relative to the samples' folder, and the bytes they hold. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Two spaces and a final newline: people open these documents, and the digest covers exactly these bytes. */
export function toPrettyJson(value: unknown): Uint8Array {
  return toBytes(`${JSON.stringify(value, null, 2)}\n`);
}

/** No white space at all, the way that most tools write blobs. */
export function toCompactJson(value: unknown): Uint8Array {
  return toBytes(JSON.stringify(value));
}

export function toBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The digest as OCI writes it: `sha256:` and 64 lower-case hex digits. */
export function digestOf(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

export function toBase64(content: Uint8Array): string {
  return Buffer.from(content).toString('base64');
}
