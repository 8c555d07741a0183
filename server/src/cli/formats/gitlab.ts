import type { Severity } from '../../rules/rule.ts';
import type { Reporter } from '../formats.ts';
import { fingerprints } from './fingerprint.ts';
import { inertJson } from './printable.ts';

const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'info',
  hint: 'info',
};

/** GitLab Code Quality report. */
export function gitlab(): Reporter {
  let separator = '';
  return {
    begin: () => '[',
    *document({ path, diagnostics }) {
      const fingerprintOf = fingerprints(path);
      for (const diagnostic of diagnostics) {
        const { rule, message, severity, range } = diagnostic;
        const issue = {
          type: 'issue',
          check_name: rule,
          description: message,
          severity: severities[severity],
          fingerprint: fingerprintOf(diagnostic),
          location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
        };
        yield `${separator}\n${inertJson(issue)}`;
        separator = ',';
      }
    },
    end: () => '\n]\n',
  };
}
