import { Worker } from 'node:worker_threads';
import type { HashFile } from '../content/hashing.ts';

/** Input of the worker thread. */
export interface HashRequest {
  readonly algorithm: string;
  readonly uri: string;
}

/**
 * Messages of the worker thread: progress, and finally the result. If reading fails, the thread ends with the error.
 */
export type HashMessage = { readonly bytes: number } | { readonly hashed: Awaited<ReturnType<HashFile>> };

/** Hashes a file on disk in a worker thread that runs the server's own script. */
export const hashInThread: HashFile = (algorithm, uri, signal, onProgress) =>
  new Promise((done, failed) => {
    signal?.throwIfAborted();
    const workerData: HashRequest = { algorithm, uri };
    const thread = new Worker(process.argv[1] ?? '', { argv: ['--hash-thread'], workerData });
    const cancel = (): void => {
      void thread.terminate();
      failed(signal?.reason);
    };
    signal?.addEventListener('abort', cancel, { once: true });
    thread.on('message', (answer: HashMessage) => {
      if ('bytes' in answer) onProgress?.(answer.bytes);
      else done(answer.hashed);
    });
    thread.on('error', failed);
    thread.on('exit', () => {
      signal?.removeEventListener('abort', cancel);
      failed(new Error('hash thread ended early'));
    });
  });
