import { Worker } from 'node:worker_threads';
import type { HashFile } from '../content/hashing.ts';

/** What the thread is asked. */
export interface HashQuestion {
  readonly algorithm: string;
  readonly uri: string;
}

/** What it tells: how far it is, and at the end what came of it. Where reading failed it ends with the error instead. */
export type HashAnswer = { readonly bytes: number } | { readonly hashed: Awaited<ReturnType<HashFile>> };

/** Hashes a file on disk in a thread of its own, which is the server's script once more. */
export const hashInThread: HashFile = (algorithm, uri, signal, onProgress) =>
  new Promise((done, failed) => {
    signal?.throwIfAborted();
    const workerData: HashQuestion = { algorithm, uri };
    const thread = new Worker(process.argv[1] ?? '', { argv: ['--hash-thread'], workerData });
    const cancel = (): void => {
      void thread.terminate();
      failed(signal?.reason);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    thread.on('message', (answer: HashAnswer) => {
      if ('bytes' in answer) onProgress?.(answer.bytes);
      else done(answer.hashed);
    });
    thread.on('error', failed);
    thread.on('exit', () => {
      signal?.removeEventListener('abort', cancel);
      failed(new Error('the thread that hashes ended early'));
    });
  });
