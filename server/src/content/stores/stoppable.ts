import { stoppableFiles } from '../stoppable-files.ts';
import type { Contents } from './contents.ts';

/**
 * A cancelable view of the contents: queries reject with the signal's reason, so callers stop early. Shared work
 * continues while others wait for it.
 */
export function stoppable(contents: Contents, signal: AbortSignal | undefined): Contents {
  if (signal === undefined) return contents;
  const turn = (own = signal) => contents.turn(own);
  const look = async <Answer>(looking: () => Promise<Answer>): Promise<Answer> => {
    // What is cached needs no event loop, in which a cancellation could be noticed.
    const due = turn();
    if (due !== undefined) await due;
    const answer = await looking();
    signal.throwIfAborted();
    return answer;
  };
  const { workspaceFiles } = contents;
  return {
    ...contents,
    files: stoppableFiles(contents.files, signal),
    turn,
    signal,
    workspaceFiles:
      workspaceFiles &&
      Object.assign(() => look(() => workspaceFiles(signal)), { forget: () => workspaceFiles.forget() }),
    find: (target, near) => look(() => contents.find(target, near)),
    mayFind: (near, algorithms) => look(() => contents.mayFind(near, algorithms)),
    momentAt: (near) => look(() => contents.momentAt(near)),
    layoutOf: (uri) => look(() => contents.layoutOf(uri)),
    graphOf: (layout) => contents.graphOf(layout, signal),
    wholeGraphOf: (layout) => contents.wholeGraphOf(layout, signal),
    hash: (algorithm, content, own = signal, onProgress) => contents.hash(algorithm, content, own, onProgress),
    hashUncompressed: (algorithm, content, compression, own = signal) =>
      contents.hashUncompressed(algorithm, content, compression, own),
    archiveOf: (content, compression, own = signal) => contents.archiveOf(content, compression, own),
    layerArchiveOf: (content, compression, own = signal) => contents.layerArchiveOf(content, compression, own),
    documentOf: (content, mediaType, own = signal) => contents.documentOf(content, mediaType, own),
  };
}
