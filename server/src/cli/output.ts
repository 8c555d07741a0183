import { closeSync, openSync, writeSync } from 'node:fs';
import { CliError, reasonOf } from './cli-error.ts';

/** Where text goes. */
export interface Output {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  close(): void;
}

/** A stream of the process. A reader that has gone away (`| head`) is no failure: the rest is dropped. */
export function streamOutput(stream: NodeJS.WriteStream): Output {
  let isGone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isGone = true;
  });
  return {
    write(text) {
      if (isGone || text === '' || stream.write(text)) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          stream.off('drain', done).off('close', done);
          resolve();
        };
        stream.on('drain', done).on('close', done);
      });
    },
    close() {},
  };
}

/** A file, opened at once so that what cannot be written is known before the work is done. Throws a CliError. */
export function fileOutput(path: string, shown: string): Output {
  const failing = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw new CliError(`cannot write ${shown}: ${reasonOf(error)}.`);
    }
  };
  const file = failing(() => openSync(path, 'w'));
  return {
    async write(text) {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += failing(() => writeSync(file, bytes, at));
    },
    close: () => closeSync(file),
  };
}
