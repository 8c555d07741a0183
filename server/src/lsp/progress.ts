import type { CancellationToken, Connection } from 'vscode-languageserver';
import { whenCanceled } from './guard.ts';

/** Reports progress: bytes done and bytes in total. */
export type OnProgress = (done: number, all: number) => void;

/** Runs a long operation with a progress indicator that can be canceled; undefined if it was. */
export async function withProgress<T>(
  connection: Connection,
  title: string,
  token: CancellationToken | undefined,
  work: (signal: AbortSignal, onProgress: OnProgress) => Promise<T>,
): Promise<T | undefined> {
  const progress = await connection.window.createWorkDoneProgress();
  const control = new AbortController();
  for (const one of [token, progress.token]) if (one !== undefined) whenCanceled(one, () => control.abort());
  progress.begin(title, 0, undefined, true);
  let shown = 0;
  const onProgress = (done: number, all: number): void => {
    const percent = Math.floor((100 * done) / Math.max(all, 1));
    if (percent === shown) return;
    shown = percent;
    progress.report(percent);
  };
  try {
    return await work(control.signal, onProgress);
  } catch (error) {
    if (!control.signal.aborted) throw error;
    return undefined;
  } finally {
    progress.done();
  }
}
