import {
  CancellationTokenSource,
  EventEmitter,
  l10n,
  type Pseudoterminal,
  type TaskDefinition,
  type TaskScope,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ToolResult, toolRequest } from '../../../server/src/protocol.ts';

/** A task as in `tasks.json`. */
export interface LintTask extends TaskDefinition {
  /** `verify` also reads the blobs of layouts. */
  readonly command: 'lint' | 'verify';
  /** Files and folders, by default the whole folder. */
  readonly paths?: readonly string[];
  readonly profile?: string;
}

/** The printed part of the JSON report of the `lint` tool. */
interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly range: { readonly start: { readonly line: number; readonly character: number } };
    }[];
  }[];
  readonly summary: { readonly files: number; readonly errors: number; readonly warnings: number };
}

/** A pseudo-terminal that runs a task and exits with the exit statuses of `oci-lint`. */
export function lintTerminal(
  task: LintTask,
  scope: WorkspaceFolder | TaskScope.Workspace,
  client: () => BaseLanguageClient,
): Pseudoterminal {
  const [written, ended] = [new EventEmitter<string>(), new EventEmitter<number>()];
  const source = new CancellationTokenSource();
  const say = (line: string): void => written.fire(`${line}\r\n`);
  async function run(): Promise<void> {
    const input = {
      paths: pathsOf(task, scope),
      verify: task.command === 'verify',
      format: 'json',
      ...profileOf(task),
    };
    const params = { name: 'lint', input };
    const { text, isError } = await client().sendRequest<ToolResult>(toolRequest, params, source.token);
    if (isError) say(`oci-lint: ${text}`);
    const status = isError ? 2 : print(JSON.parse(text) as Report, say);
    ended.fire(status);
  }
  return {
    onDidWrite: written.event,
    onDidClose: ended.event,
    open: () =>
      void run().catch((error) => {
        say(`oci-lint: ${error instanceof Error ? error.message : error}`);
        ended.fire(2);
      }),
    close: () => source.cancel(),
  };
}

/** Prints findings in the format of the problem matcher. Returns the exit status. */
function print({ files, summary }: Report, say: (line: string) => void): number {
  for (const { path, diagnostics } of files)
    for (const { rule, severity, message, range } of diagnostics) {
      const { line, character } = range.start;
      say(`${shown(path)}:${line + 1}:${character + 1}: ${severity}: ${shown(message)} [${rule}]`);
    }
  say(l10n.t('{0} documents, {1} errors, {2} warnings', summary.files, summary.errors, summary.warnings));
  return summary.errors > 0 ? 1 : 0;
}

/** Without terminal control characters. */
function shown(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

function pathsOf({ paths = ['.'] }: LintTask, scope: WorkspaceFolder | TaskScope.Workspace): readonly string[] {
  if (typeof scope !== 'object' || (workspace.workspaceFolders ?? []).length < 2) return paths;
  return paths.map((path) => (/^(?:\/|[a-z]:|[a-z][\w+.-]+:)/i.test(path) ? path : `${scope.name}/${path}`));
}

function profileOf({ profile }: LintTask): { readonly profile?: string } {
  return profile === undefined ? {} : { profile };
}
