import { type CancellationToken, CancellationTokenSource, Disposable, type Event, workspace } from 'vscode';

/** In milliseconds: a person has stopped typing. */
const pause = 250;

/** Documents that a picture may show. */
const languages: ReadonlySet<string> = new Set(['json', 'jsonc', 'oci-blob']);

/**
 * Has something drawn again when texts or files change: not at every key, never twice at a time, and where drawing takes long,
 * not more than half of the time. `shown`: it may have come in sight.
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
    // What cannot be drawn now may be drawn after the next change.
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
