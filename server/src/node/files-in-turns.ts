import type { Files } from '../content/files.ts';
import { createTurns } from '../content/turns.ts';
import { diskFilesNow } from './files-now.ts';

/**
 * Files on disk for a server: stats and small files are read synchronously, which is cheaper, and the event loop gets a
 * turn at regular intervals.
 */
export function diskFilesInTurns(): Files {
  const othersFirst = createTurns();
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
