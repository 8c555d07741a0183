import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  Disposable,
  type Message,
} from 'vscode-jsonrpc/node';
import { BrowserDecompressionStream } from '../browser-gzip.ts';
import type { RunningServer } from './doors.ts';

/** The globals of a web worker besides the language itself. */
const platform = {
  AbortController,
  AbortSignal,
  atob,
  btoa,
  clearTimeout,
  console,
  crypto,
  DecompressionStream: BrowserDecompressionStream,
  performance,
  queueMicrotask,
  structuredClone,
  TextDecoder,
  TextEncoder,
  URL,
};

type Listener = (event: { readonly data: unknown }) => void;

/** The global object of a worker as far as scripts use it. */
interface WorkerScope {
  self: WorkerScope;
  onmessage: Listener | null;
  /** For port errors, which never occur here. */
  addEventListener(): void;
  postMessage(data: unknown): void;
  setTimeout(act: () => void, milliseconds?: number): NodeJS.Timeout;
}

/**
 * Runs a script in a realm like that of a dedicated web worker: no `process`, `Buffer` or `require`, and no eval.
 * Messages pass through JSON, so that they carry no more than real ones.
 */
export function startWorkerRealm(path: string): RunningServer {
  const reader = new RealmReader();
  const scope = { ...platform, onmessage: null, addEventListener() {} } as unknown as WorkerScope;
  scope.self = scope;
  const timers = new Set<NodeJS.Timeout>();
  let isTerminated = false;
  scope.setTimeout = (act, milliseconds) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, milliseconds);
    timers.add(timer);
    if (isTerminated) clearTimeout(timer);
    return timer;
  };
  scope.postMessage = (data) => {
    const message = JSON.parse(JSON.stringify(data));
    setImmediate(() => reader.receive(message));
  };
  const context = createContext(scope, { codeGeneration: { strings: false, wasm: false } });
  new Script(readFileSync(path, 'utf8'), { filename: path }).runInContext(context);
  const parseInRealm = new Script('JSON.parse').runInContext(context) as typeof JSON.parse;
  const writer = new RealmWriter((message) => scope.onmessage?.({ data: parseInRealm(JSON.stringify(message)) }));
  // A worker does not exit on its own. Its client terminates it, and its timers with it. Work that is still under way
  // starts no new ones, which would keep the run alive.
  const ended = async (): Promise<null> => {
    isTerminated = true;
    for (const timer of timers) clearTimeout(timer);
    return null;
  };
  return { reader, writer, ended };
}

class RealmReader extends AbstractMessageReader {
  private callback: DataCallback | undefined;

  listen(callback: DataCallback) {
    this.callback = callback;
    return Disposable.create(() => (this.callback = undefined));
  }

  receive(message: Message): void {
    this.callback?.(message);
  }
}

class RealmWriter extends AbstractMessageWriter {
  constructor(private readonly send: (message: Message) => void) {
    super();
  }

  /** The bundle loads its worker part asynchronously. Messages wait for its listener, like in a real worker. */
  write(message: Message): Promise<void> {
    return new Promise((done) => setImmediate(() => done(this.send(message))));
  }

  end(): void {}
}
