import { agentLine, agentSummary } from '../../library/agent-line.ts';
import type { Reporter } from '../formats.ts';

/**
 * One line of plain text per finding with location and remedy, for language models. Lines and columns are one-based.
 */
export function agent(): Reporter {
  return {
    begin: () => '',
    *document({ path, diagnostics }) {
      for (const diagnostic of diagnostics) yield `${agentLine(path, diagnostic)}\n`;
    },
    end: ({ summary }) => agentSummary(summary),
  };
}
