import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Runs work so that a failure does not terminate the server: returns its result, or `otherwise` if it fails. */
export type Guard = <T>(work: () => Promise<T>, otherwise: T) => Promise<T>;

/** Logs each internal error to the client once. */
export function createGuard(connection: Connection): Guard {
  const logged = new Set<string>();
  return async (work, otherwise) => {
    try {
      return await work();
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!logged.has(text)) {
        logged.add(text);
        connection.console.error(text);
      }
      return otherwise;
    }
  };
}

/**
 * Calls `stop` when a request is canceled. The token of a request that was canceled before it was handled never fires its
 * event.
 */
export function whenCanceled(token: CancellationToken, stop: () => void): void {
  if (token.isCancellationRequested) stop();
  else token.onCancellationRequested(stop);
}

/** Handles a cancelable request: responds immediately when canceled, and the work stops at its next access to files. */
export type Answer = <T>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<T>,
  otherwise: T,
) => Promise<T | ResponseError<void>>;

export function createAnswer(guard: Guard): Answer {
  return async (token, work, otherwise) => {
    const canceled = new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'The request was canceled.');
    if (token.isCancellationRequested) return canceled;
    const control = new AbortController();
    const stopped = new Promise<ResponseError<void>>((done) => {
      whenCanceled(token, () => {
        control.abort();
        done(canceled);
      });
    });
    const unlessStopped = (error: unknown) => {
      if (control.signal.aborted) return otherwise;
      throw error;
    };
    return Promise.race([guard(() => work(control.signal).catch(unlessStopped), otherwise), stopped]);
  };
}
