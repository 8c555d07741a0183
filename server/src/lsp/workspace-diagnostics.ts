import type { Connection, WorkspaceDocumentDiagnosticReport } from 'vscode-languageserver';
import type { Service } from '../service/service-types.ts';
import type { FileDiagnosis } from '../service/workspace-diagnoses.ts';
import { whenCanceled } from './guard.ts';

/** Number of documents per partial result: large enough for few messages, small enough to show results early. */
const batch = 20;

/** Handles workspace diagnostics, with partial results if the client supports them. */
export function registerWorkspaceDiagnostics(connection: Connection, service: Service): void {
  connection.languages.diagnostics.onWorkspace(async ({ previousResultIds }, token, _workDone, parts) => {
    const control = new AbortController();
    whenCanceled(token, () => control.abort());
    const known = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    let items: WorkspaceDocumentDiagnosticReport[] = [];
    try {
      for await (const diagnosis of service.diagnoseWorkspace(known, control.signal)) {
        items.push(toReport(diagnosis));
        if (parts === undefined || items.length < batch) continue;
        parts.report({ items });
        items = [];
      }
    } catch (error) {
      if (!control.signal.aborted) connection.console.error(String(error));
    }
    return { items };
  });
}

function toReport({ uri, resultId, diagnostics }: FileDiagnosis): WorkspaceDocumentDiagnosticReport {
  if (diagnostics === undefined) return { kind: 'unchanged', uri, version: null, resultId };
  return { kind: 'full', uri, version: null, resultId, items: [...diagnostics] };
}
