import { agentLine, agentSummary } from '../../library/agent-line.ts';
import type { Reporter } from '../formats.ts';

/** One plain line per finding with where it is and what to do, for language models. Lines and columns count from 1. */
export function agent(): Reporter {
  return {
    begin: () => '',
    document({ path, diagnostics }) {
      return diagnostics.map((diagnostic) => `${agentLine(path, diagnostic)}\n`).join('');
    },
    end: ({ summary }) => agentSummary(summary),
  };
}
