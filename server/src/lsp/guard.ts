import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/**
 * Keeps what goes wrong in one piece of work from ending the server: its result, or, where it fails, the other one.
 */
export type Guard = <T>(work: () => Promise<T>, otherwise: T) => Promise<T>;

/** Tells the client's log of each mistake of ours, once. */
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

/** Answers a request that may be cancelled: at once then, and its work ends with the next thing that it asks for. */
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
