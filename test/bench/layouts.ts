import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A layout in a temporary folder. */
export interface BenchLayout {
  readonly root: string;
  /** Paths of all blobs. */
  readonly blobs: readonly string[];
  /** The path and text of the only manifest. */
  readonly manifest: string;
  readonly manifestText: string;
  remove(): void;
}

interface Blob {
  readonly digest: string;
  readonly size: number;
}

/** Writes a layout with one artifact of this many layers of this many bytes. */
export function layoutOf(layers: number, layerSize: number): BenchLayout {
  const root = mkdtempSync(join(tmpdir(), 'oci-manifests-bench-'));
  const folder = join(root, 'blobs', 'sha256');
  mkdirSync(folder, { recursive: true });
  const blobs: string[] = [];
  const keep = (draft: string, hex: string, size: number): Blob => {
    blobs.push(join(folder, hex));
    renameSync(draft, join(folder, hex));
    return { digest: `sha256:${hex}`, size };
  };
  const json = (value: object): Blob => {
    const text = JSON.stringify(value, undefined, 2);
    writeFileSync(join(root, 'draft'), text);
    return keep(join(root, 'draft'), createHash('sha256').update(text).digest('hex'), text.length);
  };

  const described = Array.from({ length: layers }, () => {
    const { hex } = writeRandom(join(root, 'draft'), layerSize);
    return { mediaType: 'application/vnd.example.bench', ...keep(join(root, 'draft'), hex, layerSize) };
  });
  const value = {
    schemaVersion: 2,
    mediaType: manifestType,
    artifactType: 'application/vnd.example.bench',
    config: { mediaType: 'application/vnd.oci.empty.v1+json', ...json({}) },
    layers: described,
  };
  const manifest = { mediaType: manifestType, ...json(value) };
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests: [manifest] };
  writeFileSync(join(root, 'index.json'), JSON.stringify(index));
  writeFileSync(join(root, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return {
    root,
    blobs,
    manifest: blobs.at(-1)!,
    manifestText: JSON.stringify(value, undefined, 2),
    remove: () => rmSync(root, { recursive: true }),
  };
}

const manifestType = 'application/vnd.oci.image.manifest.v1+json';

function writeRandom(path: string, size: number): { readonly hex: string } {
  const piece = randomFillSync(new Uint8Array(Math.min(size, 16 * 1024 * 1024)));
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  for (let left = size; left > 0; left -= piece.length) {
    const written = piece.subarray(0, Math.min(left, piece.length));
    writeSync(file, written);
    hash.update(written);
  }
  closeSync(file);
  return { hex: hash.digest('hex') };
}

/** Writes a layout with this many tagged images, each with a config and two layers, one of which is often shared. */
export function imagesLayout(images: number): { readonly root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'oci-manifests-bench-'));
  const folder = join(root, 'blobs', 'sha256');
  mkdirSync(folder, { recursive: true });
  const put = (mediaType: string, content: string | object) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const hex = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(folder, hex), text);
    return { mediaType, digest: `sha256:${hex}`, size: text.length };
  };
  const layerType = 'application/vnd.oci.image.layer.v1.tar+gzip';
  const manifests = Array.from({ length: images }, (_, i) => {
    const diffIds = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
    const config = {
      architecture: 'amd64',
      os: 'linux',
      author: `${i}`,
      rootfs: { type: 'layers', diff_ids: diffIds },
    };
    const manifest = put(manifestType, {
      schemaVersion: 2,
      mediaType: manifestType,
      config: put('application/vnd.oci.image.config.v1+json', config),
      layers: [put(layerType, `base ${i % 20}`), put(layerType, `layer ${i}`)],
    });
    const annotations = { 'org.opencontainers.image.ref.name': `v${i}` };
    return { ...manifest, platform: { os: 'linux', architecture: 'amd64' }, annotations };
  });
  const index = { schemaVersion: 2, mediaType: 'application/vnd.oci.image.index.v1+json', manifests };
  writeFileSync(join(root, 'index.json'), JSON.stringify(index));
  writeFileSync(join(root, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }));
  return { root, remove: () => rmSync(root, { recursive: true }) };
}
