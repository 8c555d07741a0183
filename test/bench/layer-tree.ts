import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createGzip } from 'node:zlib';
import { type ViewNode, viewRequests } from '../../server/src/protocol.ts';
import { tarOf } from '../unit/tar-bytes.ts';
import { openDoor } from './door.ts';
import { type Figure, rounded } from './measure.ts';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** A layer of 1 GiB: 64 folders of 1,024 files of 16 KiB. */
const [folders, filesInEach, fileSize] = [64, 1024, 16 * 1024];

/**
 * A gzipped layer of 1 GiB with 65,536 files over stdio: the first request reads it, the next does not. Also peak
 * memory.
 */
export async function* layerTree(): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-bench-'));
  try {
    const key = await writeLayer(folder);
    const door = await openDoor([server], pathToFileURL(folder).toString());
    const children = (node: string) =>
      door.connection.sendRequest<readonly ViewNode[]>(viewRequests.children, { key: node });
    const timed = async (name: string, work: () => Promise<unknown>): Promise<Figure> => {
      const start = performance.now();
      await work();
      return { name, value: rounded(performance.now() - start), unit: 'ms' };
    };
    let top: readonly ViewNode[] = [];
    yield await timed('layer-tree-1gib-first', async () => {
      top = await children(key);
      if (top.length !== folders) throw new Error(`${top.length} folders in place of ${folders}`);
    });
    yield await timed('layer-tree-1gib-again', () => children(key));
    yield await timed('layer-tree-1gib-folder-of-1024', async () => {
      const files = await children(top.at(-1)?.key ?? '');
      if (files.length !== filesInEach) throw new Error(`${files.length} files in place of ${filesInEach}`);
    });
    const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${door.pid}/status`, 'utf8'))?.[1];
    yield { name: 'layer-tree-1gib-memory', value: rounded(Number(peak) / 1024), unit: 'MB' };
    await door.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes the layer, and returns the key of its node. */
async function writeLayer(folder: string): Promise<string> {
  // Half of each file is compressible.
  const body = Buffer.concat([randomBytes(fileSize / 2), Buffer.alloc(fileSize / 2)]);
  function* pieces(): Iterable<Buffer> {
    for (let at = 0; at < folders; at++) {
      const entries = Array.from({ length: filesInEach }, (_, file) => ({
        name: `folder-${at}/file-${file}.bin`,
        body,
      }));
      yield tarOf({ name: `folder-${at}/`, type: '5' }, ...entries);
    }
    yield Buffer.alloc(1024);
  }
  const path = join(folder, 'layer.tar.gz');
  await pipeline(Readable.from(pieces()), createGzip({ level: 1 }), createWriteStream(path));
  const uri = pathToFileURL(path).toString();
  const mediaType = 'application/vnd.oci.image.layer.v1.tar+gzip';
  return JSON.stringify({
    path: uri,
    root: folder,
    node: { role: 'layer', state: 'present', uri, mediaType, hasChildren: true },
  });
}
