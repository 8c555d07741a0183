import type { Finding, RuleMeta, Severity } from '../rules/rule.ts';

/** A finding with its rule and its severity under the current settings. */
export interface LintFinding extends Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
}

export function isError({ severity }: LintFinding): boolean {
  return severity === 'error';
}
