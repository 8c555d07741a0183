import type { Finding, RuleMeta, Severity } from '../rules/rule.ts';

/** A finding with the rule that made it and the severity that it has under the settings. */
export interface LintFinding extends Finding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
}

export function isError({ severity }: LintFinding): boolean {
  return severity === 'error';
}
