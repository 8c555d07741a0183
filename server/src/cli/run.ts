import { CliError } from './cli-error.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { lintCommand } from './lint-command.ts';
import { type Options, readOptions } from './options.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';

/** Does what the arguments ask for. Never rejects: what goes wrong becomes one line on standard error and status 2. */
export async function run(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  try {
    const options = readOptions(args);
    return options.task === 'lint' ? await lintCommand(options, shell) : await tell(options, shell);
  } catch (error) {
    complain(shell, error instanceof CliError ? error.message : `this is a mistake of the program: ${error}`);
    return 2;
  }
}

async function tell(options: Options, shell: Shell): Promise<ExitStatus> {
  await streamOutput(shell.stdout).write(await answerTo(options, shell));
  return 0;
}

async function answerTo({ task, format, ...options }: Options, { cwd }: Shell): Promise<string> {
  switch (task) {
    case 'help':
      return (await import('./help.ts')).help;
    case 'version':
      return `${(await import('./version.ts')).version}\n`;
    case 'list-rules': {
      const { rulesAsJson, rulesAsText } = await import('./list-rules.ts');
      return format === 'json' ? rulesAsJson() : rulesAsText();
    }
    default:
      return (await import('./print-config.ts')).printedConfig(options.printConfig!, { task, format, ...options }, cwd);
  }
}
