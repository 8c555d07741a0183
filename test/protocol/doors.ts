import { type ChildProcess, spawn } from 'node:child_process';
import { after } from 'node:test';
import { type MessageReader, type MessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { freshBundle } from '../fresh-dist.ts';
import { startWorkerRealm } from './worker-realm.ts';

const [script, workerScript] = [freshBundle('server.js'), freshBundle('server.web.js')];

/** A running server and both ends of the connection. */
export interface RunningServer {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Waits until it exits on its own, and returns its exit status. */
  ended(): Promise<number | null>;
}

/** A way in which editors start the server. */
export interface Door {
  readonly name: string;
  /** The requests that the server sends to its client. */
  readonly files: 'all' | 'not-on-disk';
  start(): RunningServer;
}

// A failing test does not close its editor. Its server must not keep the run alive.
const children = new Set<ChildProcess>();
after(() => {
  for (const child of children) child.kill();
});

/** Like `node dist/server.js --stdio` in other editors. */
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

/** The bundle in a realm like that of a web worker, as in VS Code for the Web. */
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
