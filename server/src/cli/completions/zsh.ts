import type { CompletedCommand, CompletedOption, CompletionTable } from './completion-table.ts';

/** The script for zsh, as a file `_oci-lint` in a folder of `$fpath` or for sourcing. */
export function zshCompletion([linter, ...commands]: CompletionTable): string {
  return `#compdef oci-lint
# zsh completion for oci-lint: source <(oci-lint completions zsh)
_oci_lint() {
  local -a commands=(
${commands.map(({ name, text }) => `    ${quoted(`${name}:${text}`)}`).join('\n')}
  )
  case \${words[2]} in
${commands.map(commandCase).join('\n')}
    *)
      if (( CURRENT == 2 )) && [[ \${words[2]} != -* ]]; then
        _describe -t commands command commands
      fi
      _arguments -s ${argumentsOf(linter.options, "'*:path:_files'")}
      ;;
  esac
}
if [[ \${zsh_eval_context[-1]} == loadautofunc ]]; then _oci_lint "$@"; else compdef _oci_lint oci-lint; fi
`;
}

function commandCase({ name, options, choices }: CompletedCommand): string {
  const words = choices === undefined ? '_files' : choices.length === 0 ? ' ' : `(${choices.join(' ')})`;
  return `    ${name})
      shift words; (( CURRENT-- ))
      _arguments -s ${argumentsOf(options, quoted(`*:argument:${words}`))}
      ;;`;
}

function argumentsOf(options: readonly CompletedOption[], last: string): string {
  return [...options.map(specOf), last].join(' \\\n        ');
}

function specOf({ name, text, value }: CompletedOption): string {
  const help = `[${text.replaceAll(/[\\[\]]/g, '\\$&')}]`;
  if (value === undefined) return quoted(`${name}${help}`);
  const words = value.choices === undefined ? (value.isFile ? '_files' : ' ') : `(${value.choices.join(' ')})`;
  return quoted(
    `${name}${value.isOptional ? '=-' : '='}${help}:${value.isOptional ? ':' : ''}${value.name.replace('=', ' ')}:${words}`,
  );
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
