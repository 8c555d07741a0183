import type { CompletedCommand, CompletedOption, CompletionTable } from './completion-table.ts';

/** The script for bash, which splits `--option=value` into three words. */
export function bashCompletion([linter, ...commands]: CompletionTable): string {
  return `# bash completion for oci-lint: source <(oci-lint completions bash)
_oci_lint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  local options arguments
  case $command in
${commands.map(commandCase).join('\n')}
    *)
      case $prev in
${linter.options.flatMap(valueCase).join('\n')}
      esac
      options='${namesOf(linter.options)}'
      if (( COMP_CWORD == 1 )); then arguments='${commands.map(({ name }) => name).join(' ')}'; fi ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
  else
    COMPREPLY=($(compgen -W "$arguments" -- "$cur") $(compgen -f -- "$cur"))
  fi
}
complete -o filenames -F _oci_lint oci-lint
`;
}

function valueCase({ name, value }: CompletedOption): readonly string[] {
  if (value === undefined || value.isOptional) return [];
  const words = value.choices === undefined ? undefined : `$(compgen -W '${value.choices.join(' ')}' -- "$cur")`;
  const reply = words ?? (value.isFile ? '$(compgen -f -- "$cur")' : '');
  const space = value.choices?.some((choice) => choice.endsWith('=')) ? 'compopt -o nospace 2>/dev/null; ' : '';
  return [`        ${name}) ${space}COMPREPLY=(${reply}); return ;;`];
}

function commandCase({ name, options, choices = [] }: CompletedCommand): string {
  const values = options.flatMap(valueCase);
  const cases = values.length === 0 ? '' : `      case $prev in\n${values.join('\n')}\n      esac\n`;
  return `    ${name})\n${cases}      options='${namesOf(options)}' arguments='${choices.join(' ')}' ;;`;
}

function namesOf(options: readonly CompletedOption[]): string {
  return options.map(({ name }) => name).join(' ');
}
