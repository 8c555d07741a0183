/** A server that runs for a while keeps the code that V8 compiled, for later ones to start from. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { freshBundle } from '../fresh-dist.ts';
import { testFolder } from './folder.ts';
import { wrongIndex } from './texts.ts';

/** Initializes a server and requests the findings of a document. `meanwhile` runs before it is shut down. */
async function findingsOf(tmp: string, meanwhile: () => Promise<void> = async () => {}): Promise<string> {
  const env = { ...process.env, TMPDIR: tmp, TEMP: tmp };
  const child = spawn(process.execPath, [freshBundle('server.js'), '--stdio'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  const greeting = await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: 'file:///nowhere/some.json', languageId: 'json', version: 1, text: wrongIndex };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  const report = await connection.sendRequest('textDocument/diagnostic', { textDocument });
  await meanwhile();
  await connection.sendRequest('shutdown');
  const exited = once(child, 'exit');
  await connection.sendNotification('exit');
  await exited;
  connection.dispose();
  return JSON.stringify([greeting, report]);
}

test('gives the same results with and without a compile cache', async (context) => {
  const { path } = testFolder(context);
  const kept = join(path, `oci-lint-compile-cache-${process.getuid?.() ?? 'own'}`);
  const names = () => (existsSync(kept) ? readdirSync(kept) : []);
  const first = await findingsOf(path, async () => {
    while (names().length === 0) await wait(100);
  });
  assert.match(first, /descriptor-size/);
  assert.equal(names().length, 1, 'one file, and no draft');
  assert.equal(await findingsOf(path), first);
});
