import { readFile, stat } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Figure } from './measure.ts';

const dist = new URL('../../dist/', import.meta.url);

/** Download sizes: the bundles, uncompressed and compressed, and the VSIX. */
export async function* sizes(): AsyncIterable<Figure> {
  for (const bundle of ['client.js', 'client.web.js', 'server.js', 'server.web.js', 'cli/main.js']) {
    const bytes = await readFile(new URL(bundle, dist));
    yield { name: `size-${bundle}`, value: bytes.length, unit: 'bytes' };
    yield { name: `size-${bundle}-gzip`, value: gzipSync(bytes).length, unit: 'bytes' };
  }
  const limit = 500_000;
  const { size } = await stat(new URL('oci-manifests.vsix', dist));
  yield { name: 'size-vsix', value: size, unit: 'bytes', vs: `limit of ${limit} bytes`, ratio: size / limit };
}
