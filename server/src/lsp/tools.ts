import type { Connection } from 'vscode-languageserver';
import { type ToolQuestion, type ToolResult, toolRequest } from '../protocol.ts';
import type { Host } from '../service/host.ts';
import { runTool } from '../tools/run-tool.ts';
import type { Guard } from './guard.ts';

/** Answers what language models ask through the editor. */
export function answerTools(connection: Connection, host: Host, rulePages: string | undefined, guard: Guard): void {
  const failed: ToolResult = { text: 'The tool failed.', isError: true };
  connection.onRequest(toolRequest, ({ name, input }: ToolQuestion, token) => {
    const control = new AbortController();
    token.onCancellationRequested(() => control.abort());
    return guard(() => runTool(name, input, host, rulePages, control.signal), failed);
  });
}
