import type { Connection, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import { debounced, nextTurn } from './document-work.ts';
import { createEditPause, type EditPause } from './edit-pause.ts';
import type { Guard } from './guard.ts';
import { deliverStatus } from './status-delivery.ts';

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
