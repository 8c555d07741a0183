import type { CodeAction, Diagnostic, Hover, Position, Range } from 'vscode-languageserver-types';
import { codeActionsOf } from './features/code-actions.ts';
import { toDiagnostic } from './features/diagnostics.ts';
import { hoverOf } from './features/hover.ts';
import { toSpan } from './features/ranges.ts';
import type { DocumentStatus } from './protocol.ts';
import { createChecks } from './service/checks.ts';
import type { Host } from './service/host.ts';
import { isReportedElsewhere } from './service/reported-elsewhere.ts';

/** The findings of one version of a document, for editors. */
export interface Diagnosis {
  readonly version: number;
  /** Another one only where something may have changed. */
  readonly resultId: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that this program can do with open documents, for any front end. It answers for the version that is open when
 * the answer is made. Questions about what is not open get undefined, about what is none of ours little more.
 */
export interface Service {
  diagnose(uri: string): Promise<Diagnosis | undefined>;
  status(uri: string): Promise<DocumentStatus | undefined>;
  codeActions(uri: string, question: CodeActionRequest): Promise<readonly CodeAction[]>;
  hover(uri: string, position: Position): Promise<Hover | undefined>;
  opened(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** Files were made, changed or deleted. */
  filesChanged(uris: readonly string[]): void;
}

export interface CodeActionRequest {
  readonly range: Range;
  /** The kinds asked for; undefined: any. */
  readonly only?: readonly string[] | undefined;
  /** Whether the client takes edits of a version of a text. */
  readonly isVersioned: boolean;
}

/** Makes the facade over what the front end brings. */
export function createService(host: Host): Service {
  const checks = createChecks(host);
  return {
    async diagnose(uri) {
      const check = await checks.of(uri);
      if (check === undefined) return undefined;
      const reported = check.findings.filter((finding) => !isReportedElsewhere(finding, check));
      const diagnostics = reported.map((finding) => toDiagnostic(check.document, finding));
      return { version: check.version, resultId: check.id, diagnostics };
    },

    async status(uri) {
      const check = await checks.of(uri);
      if (check === undefined) return undefined;
      const { row, why } = check.document;
      const count = (severity: string) => check.findings.filter((finding) => finding.severity === severity).length;
      const kind = row === undefined ? {} : { kind: row.title, why: why! };
      return { uri, ...kind, errors: count('error'), warnings: count('warning') };
    },

    async codeActions(uri, { range, only, isVersioned }) {
      const check = await checks.of(uri);
      if (check === undefined) return [];
      const { document, findings, version } = check;
      const span = toSpan(document.json.lines, range);
      return codeActionsOf(document, findings, { span, only, version: isVersioned ? version : undefined });
    },

    async hover(uri, position) {
      const document = await checks.documentOf(uri);
      return document && hoverOf(document, document.json.lines.offsetAt(position));
    },

    opened: checks.opened,
    saved: checks.saved,
    closed: checks.closed,
    filesChanged: checks.filesChanged,
  };
}
