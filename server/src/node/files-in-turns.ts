import type { Files } from '../content/files.ts';
import { diskFilesNow } from './files-now.ts';

/** Yields to the event loop after this many milliseconds, which users do not notice. */
const turn = 8;

/**
 * Files on disk for a server: stats and small files are read synchronously, which is cheaper, and the event loop gets a
 * turn at regular intervals.
 */
export function diskFilesInTurns(): Files {
  let began = 0;
  const othersFirst = async (): Promise<void> => {
    if (performance.now() - began < turn) return;
    await new Promise((resolve) => setImmediate(resolve));
    began = performance.now();
  };
  return {
    async stat(uri) {
      await othersFirst();
      return diskFilesNow.stat(uri);
    },
    async list(uri) {
      await othersFirst();
      return diskFilesNow.list(uri);
    },
    async *read(uri, range, signal) {
      await othersFirst();
      yield* diskFilesNow.read(uri, range, signal);
    },
  };
}
