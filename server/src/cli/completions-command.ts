import { CliError } from './cli-error.ts';
import { bashCompletion } from './completions/bash.ts';
import { type CompletionTable, completionTable, type ShellName, shells } from './completions/completion-table.ts';
import { fishCompletion } from './completions/fish.ts';
import { zshCompletion } from './completions/zsh.ts';
import type { ExitStatus } from './exit-status.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';

const scripts: Readonly<Record<ShellName, (table: CompletionTable) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** `oci-lint completions SHELL`: prints a script for completing commands, options and values. */
export async function completionsCommand([name, ...rest]: readonly string[], shell: Shell): Promise<ExitStatus> {
  const known = shells.find((one) => one === name);
  if (name === undefined) throw new CliError(`completions requires a shell: ${shells.join(', ')}`);
  if (known === undefined) throw new CliError(`unknown shell ${JSON.stringify(name)} (expected ${shells.join(', ')})`);
  if (rest.length > 0) throw new CliError(`unexpected argument ${JSON.stringify(rest[0])}`);
  await streamOutput(shell.stdout).write(scripts[known](completionTable()));
  return 0;
}
