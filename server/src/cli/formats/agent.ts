import { agentLine } from '../../library/agent-line.ts';
import type { Reporter } from '../formats.ts';

/** One plain line a finding with where it is and what to do, for programs that read words. Lines and columns count from 1. */
export function agent(): Reporter {
  return {
    begin: () => '',
    document({ path, diagnostics }) {
      return diagnostics.map((diagnostic) => `${agentLine(path, diagnostic)}\n`).join('');
    },
    end: ({ summary: { errors, warnings } }) => `${errors} errors, ${warnings} warnings\n`,
  };
}
