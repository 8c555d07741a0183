import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { type GraphPicture, graphRequest, type ViewNode, viewRequests } from '../../server/src/protocol.ts';
import { type Door, openDoor } from './door.ts';
import { imagesLayout } from './layouts.ts';
import { type Figure, rounded } from './measure.ts';

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const placing = fileURLToPath(new URL('../../dist/graph.js', import.meta.url));

/** The time from starting a server to the first nodes of a layout with 2,000 and with 10,000 images. */
export async function* tree(): AsyncIterable<Figure> {
  for (const count of [2000, 10_000])
    yield* inLayout(count, async function* ({ connection, pid }) {
      const start = performance.now();
      const [layout] = await connection.sendRequest<readonly ViewNode[]>(viewRequests.roots, {});
      yield figure(`view-${count}-images-roots`, performance.now() - start);
      if (layout === undefined) return;
      await connection.sendRequest(viewRequests.children, { key: layout.key });
      yield figure(`view-${count}-images-first-page`, performance.now() - start);
      yield { name: `view-${count}-images-memory`, value: memoryOf(pid), unit: 'MB' };
    });
}

/** The graph of a layout with 2,000 images: the server's answer, then the layout computed by the page. */
export async function* graph(): AsyncIterable<Figure> {
  yield* inLayout(2000, async function* ({ connection, pid }, uri) {
    const start = performance.now();
    const picture = await connection.sendRequest<GraphPicture>(graphRequest, { uri: `${uri}/index.json` });
    yield figure('graph-2000-images-told', performance.now() - start);
    runInThisContext(readFileSync(placing, 'utf8'));
    (globalThis as { drawGraph?: (drawing: object) => string }).drawGraph?.(picture.drawing);
    yield figure('graph-2000-images-placed', performance.now() - start);
    const again = performance.now();
    await connection.sendRequest<GraphPicture>(graphRequest, { uri: `${uri}/index.json` });
    yield figure('graph-2000-images-told-again', performance.now() - again);
    yield { name: 'graph-2000-images-memory', value: memoryOf(pid), unit: 'MB' };
  });
}

async function* inLayout(
  images: number,
  measure: (door: Door, uri: string) => AsyncIterable<Figure>,
): AsyncIterable<Figure> {
  const layout = imagesLayout(images);
  try {
    const uri = pathToFileURL(layout.root).toString();
    const door = await openDoor([script], uri);
    yield* measure(door, uri);
    await door.close();
  } finally {
    layout.remove();
  }
}

function figure(name: string, value: number): Figure {
  return { name, value: rounded(value), unit: 'ms' };
}

/** The peak memory of a process, where the system reports it. */
function memoryOf(pid: number): number {
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return rounded(Number(peak ?? Number.NaN) / 1024);
}
