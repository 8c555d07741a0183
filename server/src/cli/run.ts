import { messageOf } from './cli-error.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { lintCommand } from './lint-command.ts';
import { refuseMisspelled } from './misspelled-command.ts';
import { readOptions } from './options.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';

type Command = (args: readonly string[], shell: Shell) => Promise<ExitStatus>;

/**
 * Commands other than linting. A path with such a name has to be written as `./rehash`. They are loaded on demand to
 * keep startup fast.
 */
const commands: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['rehash', async () => (await import('./rehash-command.ts')).rehashCommand],
  ['new', async () => (await import('./new-command.ts')).newCommand],
  [
    'mcp',
    async () => {
      const { mcpCommand } = await import('./mcp-command.ts');
      return (args, shell) => mcpCommand(args, shell, run);
    },
  ],
  ['init', async () => (await import('./init-command.ts')).initCommand],
  ['completions', async () => (await import('./completions-command.ts')).completionsCommand],
  ['tree', async () => (await import('./tree-command.ts')).treeCommand],
  ['graph', async () => (await import('./graph-command.ts')).graphCommand],
  ['diff', async () => (await import('./diff-command.ts')).diffCommand],
  ['explain', async () => (await import('./explain-command.ts')).explainCommand],
]);

/** Runs the command line. Never rejects: errors become one line on standard error and status 2. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  try {
    const [name = '', ...rest] = args;
    const command = commands.get(name);
    if (command !== undefined && asksForHelp(rest)) {
      const { helpOf } = await import('./command-help.ts');
      await streamOutput(shell.stdout).write(await helpOf(name));
      return 0;
    }
    if (command !== undefined) return await (await command())(rest, shell);
    refuseMisspelled(name, commands.keys(), shell.cwd);
    const options = readOptions(args);
    if (options.task === 'lint') return await lintCommand(options, shell);
    const { answerTo } = await import('./answers.ts');
    await streamOutput(shell.stdout).write(answerTo(options, shell));
    return 0;
  } catch (error) {
    complain(shell, messageOf(error, shell.cwd));
    return 2;
  }
}

function asksForHelp(args: readonly string[]): boolean {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  return options.includes('--help') || options.includes('-h');
}
