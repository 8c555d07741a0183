import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { RootsListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { endOfOutput } from '../node/unwritable-output.ts';
import { instructions } from '../tools/instructions.ts';
import { CliError, messageOf } from './cli-error.ts';
import { readArguments } from './command-arguments.ts';
import type { ExitStatus } from './exit-status.ts';
import { capturedRun, type Run } from './mcp/captured-run.ts';
import { folderOfRoot, type Roots, rootsAt } from './mcp/roots.ts';
import type { Answer, Tool, ToolContext } from './mcp/tool.ts';
import { tools } from './mcp/tools.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/**
 * `oci-lint mcp [FOLDER...]`: serves a client over standard input and output until it disconnects. `run`: the command
 * line.
 */
export async function mcpCommand(args: readonly string[], { cwd }: Shell, run: Run): Promise<ExitStatus> {
  const { paths } = readArguments('mcp', args, {}, 'oci-lint mcp [FOLDER...]');
  const folders = paths.map((path) => folderAt(path, cwd));
  const server = new McpServer({ name: 'oci-lint', version }, { instructions: instructions() });
  const roots = rootsFrom(server, folders);
  const context = async (): Promise<ToolContext> => {
    const open = await roots();
    return { roots: open, command: (commandArgs, stdin) => capturedRun(run, commandArgs, open, stdin) };
  };
  for (const [name, tool] of Object.entries(tools)) register(server, name, tool, context, cwd);
  const transport = new StdioServerTransport();
  process.stdout.on(
    'error',
    endOfOutput('oci-lint', () => 0),
  );
  const closed = new Promise<void>((done) => {
    server.server.onclose = done;
    process.stdin.once('end', () => void server.close());
  });
  await server.connect(transport);
  await closed;
  return 0;
}

/** Throws a CliError, because a client would only learn that nothing is there. */
function folderAt(path: string, cwd: string): string {
  const folder = resolve(cwd, path);
  // An empty argument, such as an unset variable, must not mean the current folder.
  const stat = path === '' ? undefined : statSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) throw new CliError(`no such folder: ${JSON.stringify(path)}`);
  return folder;
}

/** The client's roots, requested on first use and after each change; for a client without roots, the given folders. */
function rootsFrom({ server }: McpServer, given: readonly string[]): () => Promise<Roots> {
  let known: Promise<Roots> | undefined;
  server.setNotificationHandler(RootsListChangedNotificationSchema, () => {
    known = undefined;
  });
  const ask = async () => {
    if (server.getClientCapabilities()?.roots === undefined) return rootsAt(given);
    const { roots } = await server.listRoots();
    return rootsAt(roots.flatMap(({ uri }) => folderOfRoot(uri) ?? []));
  };
  return () => {
    known ??= ask().catch((error) => {
      // Do not cache the failure.
      known = undefined;
      throw error;
    });
    return known;
  };
}

function register(server: McpServer, name: string, tool: Tool, context: () => Promise<ToolContext>, cwd: string): void {
  const { description, takes, writes } = tool;
  const annotations = { readOnlyHint: !writes, destructiveHint: writes, openWorldHint: false };
  server.registerTool(name, { description, inputSchema: takes, annotations }, async (input) => {
    const { text, isError } = await answered(tool, input, context, cwd);
    return { content: [{ type: 'text', text }], isError };
  });
}

async function answered(
  tool: Tool,
  input: Readonly<Record<string, unknown>>,
  context: () => Promise<ToolContext>,
  cwd: string,
): Promise<Answer> {
  try {
    return await tool.run(input, await context());
  } catch (error) {
    return { text: messageOf(error, cwd), isError: true };
  }
}
