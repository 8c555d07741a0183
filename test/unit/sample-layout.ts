/** Reads a layout folder for the sample tests, independently of the code that wrote it. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const samples = fileURLToPath(new URL('../../samples', import.meta.url));

export interface ReadDescriptor {
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly digest: string;
  readonly size: number;
  readonly data?: string;
  readonly platform?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface ReadDocument {
  readonly schemaVersion: number;
  readonly mediaType: string;
  readonly artifactType?: string;
  readonly manifests?: readonly ReadDescriptor[];
  readonly config?: ReadDescriptor;
  readonly layers?: readonly ReadDescriptor[];
  readonly subject?: ReadDescriptor;
  readonly annotations?: Readonly<Record<string, string>>;
}

export function sha256(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

export function readJson<Value>(...path: readonly string[]): Value {
  return JSON.parse(readFileSync(join(samples, ...path), 'utf8'));
}

export function readBlob(layout: string, { digest }: { readonly digest: string }): Buffer {
  return readFileSync(join(samples, layout, 'blobs', ...digest.split(':')));
}

export function readDocument(layout: string, descriptor: ReadDescriptor): ReadDocument {
  return JSON.parse(readBlob(layout, descriptor).toString('utf8'));
}

export function readIndex(layout: string): ReadDocument {
  return readJson(layout, 'index.json');
}

export function blobDigests(layout: string): readonly string[] {
  return readdirSync(join(samples, layout, 'blobs', 'sha256')).map((hex) => `sha256:${hex}`);
}

export function descriptorsOf({ manifests, config, layers, subject }: ReadDocument): readonly ReadDescriptor[] {
  return [...(manifests ?? []), ...(config ? [config] : []), ...(layers ?? []), ...(subject ? [subject] : [])];
}

/** Every descriptor reachable from `index.json`, as often as it is written. */
export function reachedDescriptors(layout: string): readonly ReadDescriptor[] {
  const reached: ReadDescriptor[] = [];
  const opened = new Set<string>();
  const open = (document: ReadDocument): void => {
    for (const descriptor of descriptorsOf(document)) {
      reached.push(descriptor);
      const isDocument = /^application\/vnd\.oci\.image\.(index|manifest)\.v1\+json$/.test(descriptor.mediaType);
      if (!isDocument || opened.has(descriptor.digest)) continue;
      opened.add(descriptor.digest);
      open(readDocument(layout, descriptor));
    }
  };
  open(readIndex(layout));
  return reached;
}
