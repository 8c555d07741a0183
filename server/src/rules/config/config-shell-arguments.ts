import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtSpan, findingAtValue, headOf, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  arguments: 'The shell runs only {command}, and this is its `$0`. Put the whole command into one item.',
  ignored: '`Cmd` has no effect, because the script in `Entrypoint` uses no arguments.',
});

/** After `-c`, a shell takes one item as its script and the others as the script's arguments (POSIX, sh). */
export const configShellArguments: DocumentRule = {
  meta: {
    id: 'config-shell-arguments',
    title: 'Arguments that a shell does not use',
    kinds: ['config', 'docker-config'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  *check({ root }) {
    const config = valueOf(root, 'config');
    const [entrypoint, cmd] = [valueOf(config, 'Entrypoint'), valueOf(config, 'Cmd')];
    const [entry, given] = [itemsOf(entrypoint), itemsOf(cmd)];
    // With a bare `sh -c`, the script is the first item of `Cmd`.
    const words = entry.length > 2 ? entry : [...entry, ...given];
    const script = scriptOf(words);
    if (script === undefined || usesArguments(script)) return;
    const [argument] = words.slice(3);
    if (argument !== undefined && !/[\s$]/.test(script))
      yield findingAtValue(argument, messages.arguments({ command: quoted(script) }));
    if (cmd !== undefined && words === entry && argument === undefined && given.length > 0)
      yield findingAtSpan(cmd, headOf(cmd), messages.ignored);
  },
};

function scriptOf(words: readonly JsonNode[]): string | undefined {
  const [shell = '', option = '', script] = words.map(stringOf);
  return /^(?:\/(?:usr\/)?bin\/)?(?:a|ba|da|k|z)?sh$/.test(shell) && /^-[a-z]*c$/.test(option) ? script : undefined;
}

/** Also a script that reads another one, which gets the arguments, too. */
function usesArguments(script: string): boolean {
  return /\$(?:[0-9@*#]|\{[0-9@*#!])|(?:^|[\s;&|])(?:\.|source|eval)\s/.test(script);
}
