import type { Connection, DocumentDiagnosticReport } from 'vscode-languageserver';
import { inNextTurn } from '../content/turns.ts';
import { statusName } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { Guard } from './guard.ts';

/** Delivers diagnostics: on request, or by push for clients that do not pull. */
export interface DiagnosticDelivery extends Pick<EditPause, 'during'> {
  /** Call when the document's text or anything that it depends on has changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** Call when anything may have changed: settings, files. */
  everythingChanged(): void;
}

/** Milliseconds. */
const longestDelay = 500;

export function deliverDiagnostics(
  connection: Connection,
  { pullsDiagnostics, refreshesDiagnostics, options }: Abilities,
  service: Service,
  guard: Guard,
  openUris: () => readonly string[],
): DiagnosticDelivery {
  const pause = createEditPause();
  const status = deliverStatus(connection, service, openUris);
  /** Duration of the last check of each document, in milliseconds. */
  const cost = new Map<string, number>();
  /** Documents that are slow to check have a longer delay. */
  const looks = debounced(
    (uri) => void guard(() => look(uri), undefined),
    (uri) => Math.min(cost.get(uri) ?? 0, longestDelay),
  );
  /** Checks before the client asks, unless it asks in the same turn of the event loop. */
  const judgments = nextTurn((uri) => void guard(() => judge(uri), undefined));

  async function look(uri: string): Promise<void> {
    await pause.over();
    const start = performance.now();
    const diagnosis = pullsDiagnostics ? undefined : await service.diagnose(uri);
    if (options.status) await status.tell(uri);
    if (!openUris().includes(uri)) return;
    cost.set(uri, performance.now() - start);
    // If the text was changed in the meantime, the result is outdated.
    if (diagnosis === undefined || looks.isWaiting(uri)) return;
    const { version, diagnostics } = diagnosis;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }

  async function judge(uri: string): Promise<void> {
    await pause.over();
    await service.judge(uri);
  }

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    judgments.drop(uri);
    await pause.over();
    const answer = await guard(() => report(service, uri, previousResultId), { kind: 'full' as const, items: [] });
    if (options.status) void guard(() => status.tell(uri), undefined);
    return answer;
  });

  const needsLook = !pullsDiagnostics || options.status === true;
  return {
    changed(uri) {
      if (needsLook) looks.soon(uri);
      if (pullsDiagnostics) judgments.soon(uri);
    },
    closed(uri) {
      looks.drop(uri);
      judgments.drop(uri);
      status.forget(uri);
      cost.delete(uri);
      if (!pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    during: pause.during,
    everythingChanged() {
      if (needsLook) openUris().forEach(looks.soon);
      if (refreshesDiagnostics) void guard(() => connection.languages.diagnostics.refresh(), undefined);
    },
  };
}

/** Suspends checks while the editor applies an edit of several files, because intermediate states are inconsistent. */
interface EditPause {
  /** Suspends checks during the work. Returns its result. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Resolves when no edit is being applied. */
  over(): Promise<unknown>;
}

/** Milliseconds. The limit covers editors that show a preview and wait for the user. */
const longestEdit = 5000;

function createEditPause(): EditPause {
  let settled: Promise<unknown> = Promise.resolve();
  return {
    during(work) {
      let timer: ReturnType<typeof setTimeout>;
      const late = new Promise((done) => {
        timer = setTimeout(done, longestEdit);
      });
      settled = Promise.race([work.catch(() => undefined), late]).finally(() => clearTimeout(timer));
      return work;
    },
    over: () => settled,
  };
}

/** Sends the status of documents, whenever it has changed. */
interface StatusDelivery {
  tell(uri: string): Promise<void>;
  forget(uri: string): void;
}

function deliverStatus(connection: Connection, service: Service, openUris: () => readonly string[]): StatusDelivery {
  /** What was last sent to the client, as JSON. */
  const sent = new Map<string, string>();
  return {
    async tell(uri) {
      const status = await service.status(uri);
      if (status === undefined || !openUris().includes(uri)) return;
      const written = JSON.stringify(status);
      if (sent.get(uri) === written) return;
      sent.set(uri, written);
      await connection.sendNotification(statusName, status);
    },
    forget(uri) {
      sent.delete(uri);
    },
  };
}

/** Work on documents that is started soon, once for any number of requests. */
interface DocumentWork {
  soon(uri: string): void;
  isWaiting(uri: string): boolean;
  /** Cancels work that was not started. */
  drop(uri: string): void;
}

/** Debounces work. `delayOf`: milliseconds; each request starts the delay anew. */
function debounced(work: (uri: string) => void, delayOf: (uri: string) => number): DocumentWork {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  return {
    soon(uri) {
      clearTimeout(waiting.get(uri));
      const start = (): void => {
        waiting.delete(uri);
        work(uri);
      };
      waiting.set(uri, setTimeout(start, delayOf(uri)));
    },
    isWaiting: (uri) => waiting.has(uri),
    drop(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
    },
  };
}

/** Starts work in the next turn of the event loop, unless it is dropped in this one. */
function nextTurn(work: (uri: string) => void): DocumentWork {
  const waiting = new Set<string>();
  return {
    soon(uri) {
      if (waiting.has(uri)) return;
      waiting.add(uri);
      inNextTurn(() => {
        if (waiting.delete(uri)) work(uri);
      });
    },
    isWaiting: (uri) => waiting.has(uri),
    drop(uri) {
      waiting.delete(uri);
    },
  };
}

async function report(
  service: Service,
  uri: string,
  previousResultId: string | undefined,
): Promise<DocumentDiagnosticReport> {
  const diagnosis = await service.diagnose(uri);
  if (diagnosis === undefined) return { kind: 'full', items: [] };
  const { resultId, diagnostics } = diagnosis;
  if (resultId === previousResultId) return { kind: 'unchanged', resultId };
  return { kind: 'full', resultId, items: [...diagnostics] };
}
