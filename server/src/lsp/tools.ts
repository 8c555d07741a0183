import type { CancellationToken, Connection } from 'vscode-languageserver';
import { type ToolParams, type ToolResult, toolRequest } from '../protocol.ts';
import { runTool } from '../tools/run-tool.ts';
import type { Host } from '../workspace/host.ts';
import type { Answer } from './guard.ts';

/** Handles tool calls of language models made through the editor. */
export function registerTools(connection: Connection, host: Host, rulePages: string | undefined, answer: Answer): void {
  const failed: ToolResult = { text: 'The tool failed.', isError: true };
  connection.onRequest<ToolResult, void>(toolRequest, ({ name, input }: ToolParams, token: CancellationToken) =>
    answer(token, (signal) => runTool(name, input, host, rulePages, signal), failed),
  );
}
