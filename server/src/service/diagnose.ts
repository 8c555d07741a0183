import type { Diagnostic } from 'vscode-languageserver-types';
import { configFileName } from '../config/lint-config.ts';
import { readConfig } from '../config/read-config.ts';
import { nameOf } from '../content/uris.ts';
import { toDiagnostics, toExpectedHints } from '../features/diagnostics.ts';
import { toRange } from '../features/ranges.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { DocumentStatus } from '../protocol.ts';
import { ruleIds } from '../rules/rule-metas.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import type { CheckedDocument, OpenDocument } from '../workspace/open-document.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Diagnosis, Service } from './service-types.ts';

/** The part of the service for diagnostics and the status of open texts. */
export type Diagnoses = Pick<Service, 'diagnose' | 'judge' | 'status'>;

export function diagnoses({ open }: Workspace): Diagnoses {
  return {
    async diagnose(uri) {
      const found = await open(uri);
      return found && diagnosisOf(found);
    },
    async judge(uri) {
      await (await open(uri))?.check();
    },
    async status(uri) {
      const found = await open(uri);
      return found && statusOf(found);
    },
  };
}

/** The diagnostics of an open text. */
async function diagnosisOf(open: OpenDocument): Promise<Diagnosis | undefined> {
  const ofConfig = configDiagnosisOf(open);
  if (ofConfig !== undefined) return ofConfig;
  const check = await open.check();
  if (check === undefined) return undefined;
  const isReported = (finding: LintFinding) => open.document === undefined || !isReportedElsewhere(finding, open);
  const diagnostics = check.parts.flatMap((part) => diagnosticsOf(part, part.findings.filter(isReported)));
  return { version: open.version, resultId: check.id, diagnostics };
}

/** The faults in an open configuration file; undefined for other texts. */
function configDiagnosisOf({ uri, version, document, settings }: OpenDocument): Diagnosis | undefined {
  if (document === undefined || !uri.endsWith(configFileName) || nameOf(uri) !== configFileName) return undefined;
  const { text, lines } = document.json;
  // An editor that validates JSON already does so for this file, using its schema.
  const faults = settings.isSyntaxElsewhere ? [] : readConfig(text, ruleIds).faults;
  const diagnostics = faults.map(({ span, message }) => ({
    range: toRange(lines, span),
    severity: 1 as const,
    source: 'oci',
    message,
  }));
  return { version, resultId: `configuration ${version}`, diagnostics };
}

/**
 * Whether the editor reports the finding itself: syntax errors in JSON documents, and in `jsonc` documents all except
 * comments, which `jsonc` allows but JSON does not. Their fixes are still offered. VS Code reports nothing for empty
 * documents.
 */
function isReportedElsewhere({ rule, span }: LintFinding, { settings, languageId, document }: OpenDocument): boolean {
  if (!settings.isSyntaxElsewhere || rule !== jsonSyntax.meta || document?.json.text === '') return false;
  if (languageId === 'jsonc') return document?.json.text[span.start] !== '/';
  return languageId === 'json';
}

/** The diagnostics of a document, including hints for expected findings. */
function diagnosticsOf({ document, expected }: CheckedDocument, reported: readonly LintFinding[]): Diagnostic[] {
  return [...toDiagnostics(document, reported), ...toExpectedHints(document, expected)];
}

/** The status of a document; undefined for texts in other languages. */
async function statusOf(open: OpenDocument): Promise<DocumentStatus | undefined> {
  const [part] = open.document === undefined ? [] : ((await open.check())?.parts ?? []);
  if (part === undefined) return undefined;
  const { row, why } = part.document;
  const count = (severity: string) => part.findings.filter((finding) => finding.severity === severity).length;
  const kind = row === undefined ? {} : { kind: row.title, why: why ?? '' };
  return { uri: open.uri, ...kind, errors: count('error'), warnings: count('warning') };
}
