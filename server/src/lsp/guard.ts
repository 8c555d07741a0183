import type { Connection } from 'vscode-languageserver';

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
