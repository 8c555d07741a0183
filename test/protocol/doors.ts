import { type ChildProcess, spawn } from 'node:child_process';
import { after } from 'node:test';
import { type MessageReader, type MessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { freshBundle } from '../fresh-dist.ts';
import { startWorkerRealm } from './worker-realm.ts';

const [script, workerScript] = [freshBundle('server.js'), freshBundle('server.web.js')];

/** A server that runs, and the two ends of the line to it. */
export interface RunningServer {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Waits until it has ended by itself; the status of a process. */
  ended(): Promise<number | null>;
}

/** A way in which editors start the server. */
export interface Door {
  readonly name: string;
  /** What the server asks its client for. */
  readonly files: 'all' | 'not-on-disk';
  start(): RunningServer;
}

// A test that fails does not quit its editor: its server must not keep the whole run waiting.
const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill();
});

/** `node dist/server.js --stdio`, as other editors start it. */
const stdio: Door = {
  name: 'stdio',
  files: 'not-on-disk',
  start() {
    const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    children.add(child);
    const reader = new StreamMessageReader(child.stdout!);
    const writer = new StreamMessageWriter(child.stdin!);
    return { reader, writer, ended: () => exitOf(child) };
  },
};

/** The bundle in a realm like a web worker's, as VS Code in a browser starts it. */
const worker: Door = {
  name: 'worker',
  files: 'all',
  start: () => startWorkerRealm(workerScript),
};

export const doors: readonly Door[] = [stdio, worker];

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((done) => child.once('exit', done));
}
