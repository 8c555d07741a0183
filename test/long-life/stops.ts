/** How soon a server stops canceled work: until it answers, and how much CPU time it uses afterwards. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { graphRequest, viewRequests } from '../../server/src/protocol.ts';
import { type Client, startClient } from './client.ts';

/** In milliseconds, the worst of several attempts. */
export interface Stop {
  readonly request: string;
  readonly answered: number;
  /** CPU time after the cancellation. */
  readonly worked: number;
}

const manifests = 2000;
/** How long to wait before canceling, in milliseconds. */
const patiences = [2, 5, 10, 20, 40, 80, 150];

const questions = (uri: string): Readonly<Record<string, object>> => ({
  [graphRequest]: { uri },
  'workspace/symbol': { query: 'amd64' },
  'workspace/diagnostic': { previousResultIds: [] },
  'textDocument/references': { textDocument: { uri }, position: { line: 0, character: 200 }, context: {} },
  'textDocument/documentLink': { textDocument: { uri } },
  'textDocument/codeLens': { textDocument: { uri } },
  'textDocument/codeAction': {
    textDocument: { uri },
    range: { start: { line: 0, character: 200 }, end: { line: 0, character: 200 } },
    context: { diagnostics: [] },
  },
  [viewRequests.roots]: { filter: 'nowhere' },
  'textDocument/documentSymbol': { textDocument: { uri } },
  'textDocument/completion': { textDocument: { uri }, position: { line: 0, character: 120 } },
  'textDocument/rename': {
    textDocument: { uri },
    position: { line: 0, character: 150 },
    newName: `sha256:${'a'.repeat(64)}`,
  },
});

/** Sends each to a newly started server, so that nothing is cached. */
export async function stops(): Promise<readonly Stop[]> {
  const folder = writeLayout();
  const uri = pathToFileURL(join(folder, 'index.json')).href;
  const found: Stop[] = [];
  for (const [request, params] of Object.entries(questions(uri))) {
    const tries: Omit<Stop, 'request'>[] = [];
    for (const patience of patiences) tries.push(await stopOf(folder, uri, request, params, patience));
    const worst = (name: 'answered' | 'worked') => Math.round(Math.max(...tries.map((one) => one[name])));
    found.push({ request, answered: worst('answered'), worked: worst('worked') });
  }
  rmSync(folder, { recursive: true });
  return found;
}

async function stopOf(folder: string, uri: string, request: string, params: object, patience: number) {
  const client = await startClient(pathToFileURL(folder).href);
  await client.set({ validate: { enable: request === 'workspace/diagnostic' } });
  const text = readFileSync(join(folder, 'index.json'), 'utf8');
  // Workspace diagnostics skip open documents, so this one stays closed.
  if (request !== 'workspace/diagnostic')
    await client.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'json', version: 1, text } });
  await client.ask('textDocument/selectionRange', { textDocument: { uri }, positions: [] });
  await untilIdle(client);
  let cancel: (() => void) | undefined;
  const asked = client.ask(request, params, (way) => {
    cancel = way;
  });
  await wait(patience);
  const [start, before] = [performance.now(), workOf(client)];
  cancel?.();
  await asked;
  const answered = performance.now() - start;
  await untilIdle(client);
  const worked = workOf(client) - before;
  await client.quit();
  return { answered, worked };
}

/** The CPU time of the server's main thread, in milliseconds. */
function workOf({ pid }: Client): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

async function untilIdle(client: Client): Promise<void> {
  for (let before = -1; workOf(client) - before > 1; ) {
    before = workOf(client);
    await wait(250);
  }
}

function writeLayout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-stops-'));
  mkdirSync(join(folder, 'blobs/sha256'), { recursive: true });
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const entries = Array.from({ length: manifests }, (_, number) => {
    const text = JSON.stringify({ schemaVersion: 2, mediaType, layers: [], annotations: { number: `${number}` } });
    const hex = createHash('sha256').update(text).digest('hex');
    writeFileSync(join(folder, 'blobs/sha256', hex), text);
    return { mediaType, digest: `sha256:${hex}`, size: text.length, platform: { os: 'linux', architecture: 'amd64' } };
  });
  writeFileSync(join(folder, 'oci-layout'), '{"imageLayoutVersion":"1.0.0"}');
  writeFileSync(join(folder, 'index.json'), JSON.stringify({ schemaVersion: 2, manifests: entries }));
  return folder;
}
