import { itemsOf, type JsonNode, stringOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';

/** The first word of the command is the program (config.md, `Cmd`): a whole command line there is looked up as a file name. */
export const configCommand: DocumentRule = {
  meta: {
    id: 'config-command',
    title: 'Command does not start with an executable',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['config-cmd-executable'],
    fixable: false,
  },
  *check({ root }) {
    const config = valueOf(root, 'config');
    const isCommandLine = writtenOf(valueOf(config, 'ArgsEscaped')) === 'true' || isForWindows(root);
    if (config === undefined || isCommandLine) return;
    const name = itemsOf(valueOf(config, 'Entrypoint')).length > 0 ? 'Entrypoint' : 'Cmd';
    const words = itemsOf(valueOf(config, name));
    const array = words.find(isArrayAsText);
    if (array !== undefined) {
      const message = `\`${name}\` has an array as text: ${quoted(stringOf(array) ?? '')}. Use one item per argument.`;
      yield findingAtValue(array, message, { clause: 'config-cmd-executable' });
      return;
    }
    const [first] = words;
    const problem = first && problemOf(first, words.length);
    if (first !== undefined && problem !== undefined) {
      yield findingAtValue(first, `First item of \`${name}\` ${problem}`, { clause: 'config-cmd-executable' });
    }
  },
};

/** What a builder makes of an array in single quotes, for a shell: no program is called `['nginx',`, and `[` takes a blank. */
function isArrayAsText(word: JsonNode): boolean {
  return /^\[['"‘’“”]/.test(stringOf(word) ?? '');
}

function problemOf(word: JsonNode, count: number): string | undefined {
  const text = stringOf(word);
  if (text === undefined) return undefined;
  if (text === '') return 'is empty. Set it to the program to start.';
  // A program's own name may have a blank; one with an option behind it has not.
  if (count > 1 || !/^[^\s'"]+\s+\S/.test(text)) return undefined;
  return `is a whole command line: ${quoted(text)}. Use one item per argument.`;
}
