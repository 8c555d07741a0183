import type { Connection, DocumentDiagnosticReport } from 'vscode-languageserver';
import { type DocumentStatus, statusName } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { Guard } from './guard.ts';

/** Gets the findings of documents to the client: when it asks, or, where it does not, by itself. */
export interface DiagnosticDelivery {
  /** The document's text changed, or something else that it depends on. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** Anything may have changed: settings, files. */
  everythingChanged(): void;
  /** Looks at nothing while the editor takes an edit of many files: halfway, all are wrong. The work's result. */
  during<T>(work: Promise<T>): Promise<T>;
}

/** In milliseconds: an editor that shows an edit to somebody first does not silence everything. */
const longestEdit = 5000;

export function deliverDiagnostics(
  connection: Connection,
  { pullsDiagnostics, refreshesDiagnostics, options }: Abilities,
  service: Service,
  guard: Guard,
  openUris: () => readonly string[],
): DiagnosticDelivery {
  /** What the client was told last, as JSON. */
  const told = new Map<string, string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** How long the last look at each document took, in milliseconds. */
  const cost = new Map<string, number>();

  let settled: Promise<unknown> = Promise.resolve();

  async function tellStatus(uri: string): Promise<void> {
    const status = await service.status(uri);
    if (status === undefined || !openUris().includes(uri) || !isNews(uri, status)) return;
    await connection.sendNotification(statusName, status);
  }

  function isNews(uri: string, status: DocumentStatus): boolean {
    const written = JSON.stringify(status);
    const isKnown = told.get(uri) === written;
    told.set(uri, written);
    return !isKnown;
  }

  async function look(uri: string): Promise<void> {
    await settled;
    const start = performance.now();
    const diagnosis = pullsDiagnostics ? undefined : await service.diagnose(uri);
    if (options.status) await tellStatus(uri);
    if (openUris().includes(uri)) cost.set(uri, performance.now() - start);
    // Closed meanwhile, it has no findings any more; changed meanwhile, others.
    if (diagnosis === undefined || waiting.has(uri) || !openUris().includes(uri)) return;
    const { version, diagnostics } = diagnosis;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }

  /** A later change takes the place of one that still waits; a document that is slow to check waits longer for its typist. */
  function lookSoon(uri: string): void {
    clearTimeout(waiting.get(uri));
    const work = (): void => {
      waiting.delete(uri);
      void guard(() => look(uri), undefined);
    };
    waiting.set(uri, setTimeout(work, Math.min(cost.get(uri) ?? 0, 500)));
  }

  /** The client is about to ask: until its question is here, half of the answer is. */
  async function judge(uri: string): Promise<void> {
    await settled;
    await service.judge(uri);
  }

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    await settled;
    const answer = await guard(() => report(service, uri, previousResultId), { kind: 'full' as const, items: [] });
    if (options.status) void guard(() => tellStatus(uri), undefined);
    return answer;
  });

  const needsLook = !pullsDiagnostics || options.status === true;
  return {
    changed(uri) {
      if (needsLook) lookSoon(uri);
      if (pullsDiagnostics) void guard(() => judge(uri), undefined);
    },
    closed(uri) {
      clearTimeout(waiting.get(uri));
      for (const map of [waiting, cost, told]) map.delete(uri);
      if (!pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    during(work) {
      let timer: ReturnType<typeof setTimeout>;
      const late = new Promise((done) => {
        timer = setTimeout(done, longestEdit);
      });
      settled = Promise.race([work.catch(() => undefined), late]).finally(() => clearTimeout(timer));
      return work;
    },
    everythingChanged() {
      if (needsLook) openUris().forEach(lookSoon);
      if (refreshesDiagnostics) void guard(() => connection.languages.diagnostics.refresh(), undefined);
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
