import type { Files } from './files.ts';

/** The same files for a caller who may cancel: access throws once the signal is aborted. */
export function stoppableFiles(files: Files, signal: AbortSignal): Files {
  return {
    async stat(uri) {
      signal.throwIfAborted();
      return files.stat(uri);
    },
    async list(uri) {
      signal.throwIfAborted();
      return files.list(uri);
    },
    read: (uri, range, own = signal) => files.read(uri, range, own),
  };
}
