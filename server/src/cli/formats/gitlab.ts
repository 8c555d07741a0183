import type { Severity } from '../../rules/rule.ts';
import type { Reporter } from '../formats.ts';
import { fingerprintsOf } from './fingerprint.ts';
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
    document({ path, diagnostics }) {
      const fingerprints = fingerprintsOf(path, diagnostics);
      const issues = diagnostics.map(({ rule, message, severity, range }, i) => {
        const issue = {
          type: 'issue',
          check_name: rule,
          description: message,
          severity: severities[severity],
          fingerprint: fingerprints[i],
          location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
        };
        const text = `${separator}\n${inertJson(issue)}`;
        separator = ',';
        return text;
      });
      return issues.join('');
    },
    end: () => '\n]\n',
  };
}
