import type { CompletedCommand, CompletedOption, CompletionTable } from './completion-table.ts';

/** The script for fish. */
export function fishCompletion([linter, ...commands]: CompletionTable): string {
  const names = commands.map(({ name }) => name).join(' ');
  const lines = [
    '# fish completion for oci-lint: oci-lint completions fish | source',
    ...commands.map(({ name, text }) => `complete -c oci-lint -n __fish_use_subcommand -a ${name} -d ${quoted(text)}`),
    ...linter.options.map((option) => optionLine(option, `not __fish_seen_subcommand_from ${names}`)),
    ...commands.flatMap((command) => commandLines(command)),
  ];
  return `${lines.join('\n')}\n`;
}

function commandLines({ name, options, choices }: CompletedCommand): readonly string[] {
  const isSeen = `__fish_seen_subcommand_from ${name}`;
  const words = choices === undefined ? [] : [`complete -c oci-lint -n '${isSeen}' -f -a '${choices.join(' ')}'`];
  return [...words, ...options.map((option) => optionLine(option, isSeen))];
}

function optionLine({ name, text, value }: CompletedOption, condition: string): string {
  const flag = name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`;
  const takes = value === undefined || value.isOptional ? '' : value.isFile && !value.choices ? ' -r -F' : ' -x';
  const words = value?.choices === undefined ? '' : ` -a '${value.choices.join(' ')}'`;
  return `complete -c oci-lint -n '${condition}' ${flag}${takes}${words} -d ${quoted(text)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
