import type { Diagnostic } from 'vscode-languageserver-types';
import { configFileName } from '../config/lint-config.ts';
import { readConfig } from '../config/read-config.ts';
import { nameOf } from '../content/uris.ts';
import { toDiagnostics, toWantedHints } from '../features/diagnostics.ts';
import { toRange } from '../features/ranges.ts';
import { wantedOf } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { DocumentStatus } from '../protocol.ts';
import { ruleIds } from '../rules/rule-metas.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import type { Check, CheckedDocument, OpenDocument } from '../workspace/open-document.ts';
import type { Diagnosis } from './service-types.ts';

/** What is reported of an open text. */
export async function diagnosisOf(open: OpenDocument): Promise<Diagnosis | undefined> {
  const ofConfig = configDiagnosisOf(open);
  if (ofConfig !== undefined) return ofConfig;
  const check = await open.check();
  if (check === undefined) return undefined;
  const isReported = (finding: LintFinding) => open.document === undefined || !isReportedElsewhere(finding, open);
  const diagnostics = check.parts.flatMap((part) => diagnosticsOf(part, part.findings.filter(isReported), check));
  return { version: open.version, resultId: check.id, diagnostics };
}

/** What is wrong with an open configuration file; undefined for other texts. */
function configDiagnosisOf({ uri, version, document, settings }: OpenDocument): Diagnosis | undefined {
  if (document === undefined || !uri.endsWith(configFileName) || nameOf(uri) !== configFileName) return undefined;
  const { text, lines } = document.json;
  // Where the editor checks JSON by schemas, it has the one of this file.
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
 * Whether the editor reports the same by itself: syntax errors in JSON documents, and in `jsonc` documents all but the
 * comments, which that language allows and JSON does not. Their fixes are offered all the same. Of empty documents VS Code
 * says nothing.
 */
function isReportedElsewhere({ rule, span }: LintFinding, { settings, languageId, document }: OpenDocument): boolean {
  if (!settings.isSyntaxElsewhere || rule !== jsonSyntax.meta || document?.json.text === '') return false;
  if (languageId === 'jsonc') return document?.json.text[span.start] !== '/';
  return languageId === 'json';
}

/** What is to report of a document, and what is expected of it. */
function diagnosticsOf(
  { document, ofText, ofContent }: CheckedDocument,
  reported: readonly LintFinding[],
  { accepted }: Check,
): Diagnostic[] {
  const wanted = wantedOf([...ofText, ...ofContent], accepted);
  return [...toDiagnostics(document, reported), ...toWantedHints(document, wanted)];
}

/** What a document is, and how it is with it; undefined for texts of other languages. */
export async function statusOf(open: OpenDocument): Promise<DocumentStatus | undefined> {
  const [part] = open.document === undefined ? [] : ((await open.check())?.parts ?? []);
  if (part === undefined) return undefined;
  const { row, why } = part.document;
  const count = (severity: string) => part.findings.filter((finding) => finding.severity === severity).length;
  const kind = row === undefined ? {} : { kind: row.title, why: why ?? '' };
  return { uri: open.uri, ...kind, errors: count('error'), warnings: count('warning') };
}
