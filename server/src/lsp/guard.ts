import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Runs work so that a failure does not terminate the server: returns its result, or `otherwise` if it fails. */
export type Guard = <T>(work: () => Promise<T>, otherwise: T) => Promise<T>;

/** Logs each internal error to the client once. */
export function createGuard(connection: Connection): Guard {
  const told = new Set<string>();
  return async (work, otherwise) => {
    try {
      return await work();
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!told.has(text)) {
        told.add(text);
        connection.console.error(text);
      }
      return otherwise;
    }
  };
}

/** Handles a cancelable request: responds immediately when canceled, and the work stops at its next access to files. */
export type Answer = <T>(
  token: CancellationToken,
  work: (signal: AbortSignal) => Promise<T>,
  otherwise: T,
) => Promise<T | ResponseError<void>>;

export function createAnswer(guard: Guard): Answer {
  return async (token, work, otherwise) => {
    const control = new AbortController();
    const stopped = new Promise<ResponseError<void>>((done) => {
      token.onCancellationRequested(() => {
        control.abort();
        done(new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.'));
      });
    });
    const unlessStopped = (error: unknown) => {
      if (control.signal.aborted) return otherwise;
      throw error;
    };
    return Promise.race([guard(() => work(control.signal).catch(unlessStopped), otherwise), stopped]);
  };
}
