import { CliError } from './cli-error.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { explainCommand } from './explain-command.ts';
import { help } from './help.ts';
import { lintCommand } from './lint-command.ts';
import { rulesAsJson, rulesAsText } from './list-rules.ts';
import { newCommand } from './new-command.ts';
import { type Options, readOptions } from './options.ts';
import { streamOutput } from './output.ts';
import { printedConfig } from './print-config.ts';
import { rehashCommand } from './rehash-command.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/** What stands before the arguments, when it is not the linter that is asked; a path of that name is written `./rehash`. */
const commands: ReadonlyMap<string, (args: readonly string[], shell: Shell) => Promise<ExitStatus>> = new Map([
  ['rehash', rehashCommand],
  ['new', newCommand],
  ['explain', explainCommand],
]);

/** Does what the arguments ask for. Never rejects: what goes wrong becomes one line on standard error and status 2. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  try {
    const command = commands.get(args[0] ?? '');
    if (command !== undefined) return await command(args.slice(1), shell);
    const options = readOptions(args);
    return options.task === 'lint' ? await lintCommand(options, shell) : await tell(options, shell);
  } catch (error) {
    complain(shell, error instanceof CliError ? error.message : `internal error: ${error} (please report)`);
    return 2;
  }
}

async function tell(options: Options, shell: Shell): Promise<ExitStatus> {
  await streamOutput(shell.stdout).write(answerTo(options, shell));
  return 0;
}

function answerTo({ task, format, ...options }: Options, { cwd }: Shell): string {
  switch (task) {
    case 'help':
      return help;
    case 'version':
      return `${version}\n`;
    case 'list-rules':
      return format === 'json' ? rulesAsJson() : rulesAsText();
    default:
      return printedConfig(options.printConfig!, { task, format, ...options }, cwd);
  }
}
