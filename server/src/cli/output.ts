import type { TextStream } from '../node/standard-streams.ts';
import { CliError, reasonOf } from './cli-error.ts';

/** Destination of text. */
export interface Output {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Call when everything has been written. Throws a CliError if it cannot be saved. */
  commit(): void;
  close(): void;
}

/** A standard stream. If the reader has gone away (`| head`), the remaining output is dropped without an error. */
export function streamOutput(stream: TextStream): Output {
  let isGone = false;
  // Write callbacks report errors. Without a listener, an error event would terminate the program.
  stream.on('error', () => {});
  return {
    write(text) {
      if (isGone || text === '') return Promise.resolve();
      return new Promise((resolve, reject) => {
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          if (!error) return resolve();
          isGone = true;
          if (['EPIPE', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '')) return resolve();
          reject(new CliError(`cannot write to standard output: ${reasonOf(error)}`));
        });
      });
    },
    commit() {},
    close() {},
  };
}
