import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { indexOf } from './documents.ts';
import { type Door, openDoor } from './door.ts';
import { type Figure, medianOf, rounded } from './measure.ts';
import { indexSchema } from './peer-schemas.ts';
import { npmProgram } from './peers.ts';

const script = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const vs = 'vscode-json-language-server';

/** The time over stdio from `didOpen` or `didChange` to the pulled diagnostics. */
export async function* keystroke(): AsyncIterable<Figure> {
  const peer = npmProgram('vscode-langservers-extracted', vs);
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-bench-'));
  try {
    for (const entries of [2, 100, 1_000, 11_000])
      yield* inIndexOf(entries, pathToFileURL(folder).href, peer?.slice(1));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const rounds = 40;

async function* inIndexOf(entries: number, folder: string, peer: readonly string[] | undefined): AsyncIterable<Figure> {
  const text = indexOf(entries, 2);
  const uri = `${folder}/some.json`;
  const opened = await comparedOpening(text, uri, folder, peer);
  yield figureOf(`open-${entries}`, opened.own, opened.theirs);
  const documents = [];
  for (const door of opened.doors) documents.push(new Typed(door, uri, text));
  const [own = [], theirs] = await typedInTurn(documents);
  yield figureOf(`keystroke-${entries}`, own, theirs);
  const parsing = own.map(() => timeOf(() => JSON.parse(text)));
  yield { ...figureOf(`keystroke-${entries}-floor`, own, parsing), vs: 'JSON.parse' };
  for (const door of opened.doors) await door.close();
}

/** With newly started servers each time. The last ones stay open. */
async function comparedOpening(text: string, uri: string, folder: string, peer: readonly string[] | undefined) {
  const own: number[] = [];
  const theirs: number[] = [];
  let doors: readonly Door[] = [];
  for (let round = 0; round < 5; round++) {
    for (const door of doors) await door.close();
    const ours = await openDoor([script], folder);
    own.push(await opening(ours, uri, text));
    doors = [ours];
    if (peer === undefined) continue;
    const other = await openDoor(peer, folder, peerSettings);
    theirs.push(await opening(other, uri, text));
    doors = [ours, other];
  }
  return { own, theirs: peer && theirs, doors };
}

const peerSettings = {
  json: {
    validate: { enable: true },
    schemas: [{ fileMatch: ['*.json'], url: 'file:///bench/index.schema.json', schema: indexSchema }],
  },
};

async function opening({ connection }: Door, uri: string, text: string): Promise<number> {
  const start = performance.now();
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'json', version: 1, text },
  });
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  return performance.now() - start;
}

async function typedInTurn(documents: readonly Typed[]): Promise<readonly (readonly number[])[]> {
  const times = documents.map((): number[] => []);
  for (let round = -10; round < rounds; round++) {
    for (const [at, document] of documents.entries()) {
      const time = await document.type();
      if (round >= 0) times[at]!.push(time);
    }
  }
  return times;
}

/** A document in which a minus sign before a size in its middle comes and goes. */
class Typed {
  private version = 1;
  private found = 0;
  private readonly place: { readonly line: number; readonly character: number };

  constructor(
    private readonly door: Door,
    private readonly uri: string,
    text: string,
  ) {
    const before = text.slice(0, text.indexOf('"size": ', text.length / 2) + '"size": '.length).split('\n');
    this.place = { line: before.length - 1, character: before.at(-1)!.length };
  }

  async type(): Promise<number> {
    const isWritten = this.version % 2 === 0;
    const end = { ...this.place, character: this.place.character + (isWritten ? 1 : 0) };
    const contentChanges = [{ range: { start: this.place, end }, text: isWritten ? '' : '-' }];
    const textDocument = { uri: this.uri, version: ++this.version };
    const start = performance.now();
    await this.door.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    const report = await this.door.connection.sendRequest<{ items?: readonly unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: this.uri },
    });
    const time = performance.now() - start;
    const found = report.items?.length ?? 0;
    // Make sure that the server sees the change. A large document also has other findings.
    if (isWritten ? found >= this.found : found <= this.found) throw new Error('The keystroke is not seen');
    this.found = found;
    return time;
  }
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function figureOf(name: string, own: readonly number[], theirs: readonly number[] | undefined): Figure {
  const figure = { name, value: rounded(medianOf(own)), unit: 'ms' };
  if (theirs === undefined) return figure;
  return { ...figure, vs, ratio: rounded(medianOf(own.map((time, round) => time / theirs[round]!))) };
}
