import type { Files } from '../content/files.ts';
import { diskFilesNow } from './files-now.ts';

/** After so long others are let in: a person does not notice it. In milliseconds. */
const turn = 8;

/**
 * The files on disk for a program that answers others meanwhile: looks and small files cost a call, not a wait, and after some
 * of them everybody else has a turn.
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
