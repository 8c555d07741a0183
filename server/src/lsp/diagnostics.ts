import type { Connection, DocumentDiagnosticReport } from 'vscode-languageserver';
import { inNextTurn } from '../content/turns.ts';
import { type DocumentStatus, statusName } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { Guard } from './guard.ts';

/** Delivers diagnostics: on request, or by push for clients that do not pull. */
export interface DiagnosticDelivery {
  /** Call when the document's text or anything that it depends on has changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** Call when anything may have changed: settings, files. */
  everythingChanged(): void;
  /**
   * Suspends checks while the editor applies an edit of several files, because intermediate states are inconsistent.
   * Returns the result of the work.
   */
  during<T>(work: Promise<T>): Promise<T>;
}

/** Milliseconds. The limit covers editors that show a preview and wait for the user. */
const longestEdit = 5000;

export function deliverDiagnostics(
  connection: Connection,
  { pullsDiagnostics, refreshesDiagnostics, options }: Abilities,
  service: Service,
  guard: Guard,
  openUris: () => readonly string[],
): DiagnosticDelivery {
  /** The diagnostics last sent to the client, as JSON. */
  const sent = new Map<string, string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Duration of the last check of each document, in milliseconds. */
  const cost = new Map<string, number>();

  let settled: Promise<unknown> = Promise.resolve();

  async function tellStatus(uri: string): Promise<void> {
    const status = await service.status(uri);
    if (status === undefined || !openUris().includes(uri) || !isNews(uri, status)) return;
    await connection.sendNotification(statusName, status);
  }

  function isNews(uri: string, status: DocumentStatus): boolean {
    const written = JSON.stringify(status);
    const isKnown = sent.get(uri) === written;
    sent.set(uri, written);
    return !isKnown;
  }

  async function look(uri: string): Promise<void> {
    await settled;
    const start = performance.now();
    const diagnosis = pullsDiagnostics ? undefined : await service.diagnose(uri);
    if (options.status) await tellStatus(uri);
    if (openUris().includes(uri)) cost.set(uri, performance.now() - start);
    // If the text was closed or changed in the meantime, the result is outdated.
    if (diagnosis === undefined || waiting.has(uri) || !openUris().includes(uri)) return;
    const { version, diagnostics } = diagnosis;
    await connection.sendDiagnostics({ uri, version, diagnostics: [...diagnostics] });
  }

  /** Debounces checks. Documents that are slow to check have a longer delay. */
  function lookSoon(uri: string): void {
    clearTimeout(waiting.get(uri));
    const work = (): void => {
      waiting.delete(uri);
      void guard(() => look(uri), undefined);
    };
    waiting.set(uri, setTimeout(work, Math.min(cost.get(uri) ?? 0, 500)));
  }

  /** Texts to judge before the client asks, unless it asks in the same turn of the event loop. */
  const unasked = new Set<string>();

  function judgeSoon(uri: string): void {
    if (unasked.has(uri)) return;
    unasked.add(uri);
    inNextTurn(() => {
      if (unasked.delete(uri)) void guard(() => judge(uri), undefined);
    });
  }

  async function judge(uri: string): Promise<void> {
    await settled;
    await service.judge(uri);
  }

  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) => {
    unasked.delete(uri);
    await settled;
    const answer = await guard(() => report(service, uri, previousResultId), { kind: 'full' as const, items: [] });
    if (options.status) void guard(() => tellStatus(uri), undefined);
    return answer;
  });

  const needsLook = !pullsDiagnostics || options.status === true;
  return {
    changed(uri) {
      if (needsLook) lookSoon(uri);
      if (pullsDiagnostics) judgeSoon(uri);
    },
    closed(uri) {
      clearTimeout(waiting.get(uri));
      unasked.delete(uri);
      for (const map of [waiting, cost, sent]) map.delete(uri);
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
