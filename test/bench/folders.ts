import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexOf } from './documents.ts';

/** Creates a temporary folder for the duration of `work`. */
export function* inFolder<T>(fill: (folder: string) => void, work: (folder: string) => Iterable<T>): Iterable<T> {
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-bench-'));
  try {
    // Biome would use a configuration in a parent folder.
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ root: true, files: { maxSize: 100_000_000 } }));
    fill(folder);
    yield* work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 20,000 JSON files in 200 folders. Three in each are image indexes, the others resemble package.json. */
export function writeMixed(folder: string): void {
  for (let at = 0; at < 200; at++) {
    mkdirSync(join(folder, `d${at}`));
    for (let file = 0; file < 97; file++)
      writeFileSync(join(folder, `d${at}/f${file}.json`), packageFile(at * 97 + file));
    for (let file = 0; file < 3; file++) writeFileSync(join(folder, `d${at}/oci${file}.json`), indexOf(3 + file));
  }
}

/** About 4 kB. */
function packageFile(at: number): string {
  const dependencies = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`dep${i}`, `^${i}`]));
  const list = Array.from({ length: 60 }, (_, id) => ({ id, value: `v${id * at}` }));
  return JSON.stringify({ name: `package-${at}`, version: `1.0.${at}`, dependencies, list }, null, 2);
}

/** 2,000 manifests of five layers, as files. */
export function writeManifests(folder: string): void {
  const described = (mediaType: string, content: string) => ({
    mediaType: `application/vnd.oci.image.${mediaType}`,
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    size: 1000 + content.length,
  });
  for (let at = 0; at < 2000; at++) {
    const manifest = {
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config: described('config.v1+json', `config ${at}`),
      layers: Array.from({ length: 5 }, (_, layer) => described('layer.v1.tar+gzip', `${at} ${layer}`)),
      annotations: { 'org.opencontainers.image.created': '2024-01-01T00:00:00Z' },
    };
    writeFileSync(join(folder, `${at}.json`), JSON.stringify(manifest, null, 2));
  }
}
