import type { TextStream } from '../node/standard-streams.ts';
import { CliError, reasonOf } from './cli-error.ts';

/** Where text goes. */
export interface Output {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Everything was written. Throws a CliError where it could not be kept. */
  commit(): void;
  close(): void;
}

/** A stream of the process. A reader that has gone away (`| head`) is no failure: the rest is dropped. */
export function streamOutput(stream: TextStream): Output {
  let isGone = false;
  // Each write tells of its own failure; without a listener one more would end the program.
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
