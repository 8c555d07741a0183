import type { ToolResult } from '../protocol.ts';
import type { Host } from '../workspace/host.ts';
import { describeTool } from './describe.ts';
import { diffTool } from './diff-tool.ts';
import { explainTool } from './explain-tool.ts';
import { fixTool } from './fix-tool.ts';
import { type Input, Refusal } from './input.ts';
import { lintTool } from './lint-tool.ts';
import { newTool } from './new-tool.ts';
import { rehashTool } from './rehash-tool.ts';
import { type ToolContext, toolContextFor } from './tool-context.ts';
import { graphTool, treeTool } from './tree-tool.ts';

/** Returns the result as text. Throws a {@link Refusal}. */
type Tool = (input: Input, context: ToolContext) => Promise<string>;

/** The tools by the names used in `oci-lint mcp`. None of them writes. */
export const tools: Readonly<Record<string, Tool>> = {
  lint: lintTool,
  explain_rule: explainTool,
  describe: describeTool,
  tree: treeTool,
  graph: graphTool,
  diff: diffTool,
  fix: fixTool,
  rehash: rehashTool,
  new: newTool,
};

/** Maximum length of a result, in characters. */
const maxText = 100_000;

/** Runs a tool. Rejects if canceled. `rulePages`: URI of the file with the rule pages. */
export async function runTool(
  name: string,
  input: unknown,
  host: Host,
  rulePages: string | undefined,
  signal: AbortSignal,
): Promise<ToolResult> {
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  if (tool === undefined) return { text: `unknown tool ${JSON.stringify(name)}`, isError: true };
  try {
    const given = typeof input === 'object' && input !== null && !Array.isArray(input) ? { ...input } : {};
    const text = await tool(given, toolContextFor(host, rulePages, signal));
    return { text: text.length > maxText ? cut(text) : text, isError: false };
  } catch (error) {
    signal.throwIfAborted();
    return { text: error instanceof Refusal ? error.message : `internal error: ${error}`, isError: true };
  }
}

function cut(text: string): string {
  return `${text.slice(0, maxText)}\n… ${text.length - maxText} more characters`;
}
