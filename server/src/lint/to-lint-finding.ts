import type { Finding, RuleMeta } from '../rules/rule.ts';
import { type RuleSettings, severityOf } from '../rules/support/settings.ts';
import type { LintFinding } from './lint-finding.ts';
import { shownFixes } from './shown-fixes.ts';

/** Adds a finding's rule and its severity under the settings. */
export function toLintFinding(
  { meta }: { readonly meta: RuleMeta },
  finding: Finding,
  settings: RuleSettings,
): LintFinding {
  const severity = severityOf(meta, finding.severity, settings);
  const { fixes } = finding;
  return { ...finding, ...(fixes === undefined ? {} : { fixes: shownFixes(fixes) }), rule: meta, severity };
}
