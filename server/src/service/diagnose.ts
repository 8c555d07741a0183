import type { Diagnostic } from 'vscode-languageserver-types';
import { toDiagnostics, toWantedHints } from '../features/diagnostics.ts';
import { wantedOf } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { DocumentStatus } from '../protocol.ts';
import type { Check, CheckedDocument, OpenDocument } from '../workspace/open-document.ts';
import { configDiagnosisOf } from './config-diagnosis.ts';
import { isReportedElsewhere } from './reported-elsewhere.ts';
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
