import { type CancellationToken, CancellationTokenSource, Disposable, type Event, workspace } from 'vscode';

/** In milliseconds. Redraw after the user stops typing. */
const pause = 250;

/** Languages of documents that may be part of a graph. */
const languages: ReadonlySet<string> = new Set(['json', 'jsonc', 'oci-blob']);

/**
 * Redraws when texts or files change: debounced, never concurrently, and at most half of the time if drawing is slow.
 * `shown` fires when the graph may have become visible.
 */
export function redrawing(draw: (token: CancellationToken) => Promise<void>, shown: Event<unknown>): Disposable {
  const ended = new CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDrawing = false;
  let isStale = false;
  let took = 0;

  async function redraw(): Promise<void> {
    const start = Date.now();
    isDrawing = true;
    isStale = false;
    // If drawing fails, the next change may succeed.
    await draw(ended.token).catch(() => {});
    isDrawing = false;
    took = Date.now() - start;
    if (isStale && !ended.token.isCancellationRequested) changed();
  }

  function changed(): void {
    isStale = true;
    clearTimeout(timer);
    if (!isDrawing) timer = setTimeout(() => void redraw(), Math.max(pause, took));
  }

  const watcher = workspace.createFileSystemWatcher('**/{oci-layout,index.json,blobs/**}');
  return Disposable.from(
    new Disposable(() => {
      clearTimeout(timer);
      ended.cancel();
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && languages.has(document.languageId)) changed();
    }),
    workspace.onDidSaveTextDocument(changed),
    shown(changed),
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}
