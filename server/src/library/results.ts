import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Severity } from '../rules/rule.ts';
import { diagnosticsOf } from './diagnostic.ts';
import type { Counts, LintResult } from './public.d.ts';

/** Converts findings to a result. `shown`: converts a URI to the path known to the caller. */
export function resultOf(
  document: OciDocument,
  findings: readonly LintFinding[],
  fixable: ReadonlySet<LintFinding>,
  path: string,
  shown: (uri: string) => string = (uri) => uri,
): LintResult {
  const diagnostics = diagnosticsOf({ path, document, findings, fixable }, shown);
  return { kind: document.kind ?? 'unknown', findings: diagnostics, ...countsOf(diagnostics) };
}

export function countsOf(findings: readonly { readonly severity: Severity }[]): Counts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
  };
}
