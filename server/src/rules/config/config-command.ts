import { itemsOf, type JsonNode, stringOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  'build-step': '`{name}` is a build step of Docker: {text}. Set the command to run.',
  array: '`{name}` has an array as text: {text}. Use one item per argument.',
  empty: 'First item of `{name}` is empty. Set it to the program to start.',
  space: 'First item of `{name}` has whitespace around it: {text}. There is no such program.',
  windows: 'First item of `{name}` is a Windows path: {text}. This image is not for Windows.',
  'command-line': 'First item of `{name}` is a whole command line: {text}. Use one item per argument.',
  'program-variable': 'First item of `{name}` has the unexpanded variable {variable}.',
  'argument-variable': '`{name}` has the unexpanded variable {variable}. Start a shell, or write its value.',
});

const clause = 'config-cmd-executable';

/** The first item is the program (config.md, `Cmd`): a whole command line there is looked up as a file name. */
export const configCommand: DocumentRule = {
  meta: {
    id: 'config-command',
    title: 'Command does not start with an executable',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [clause],
    fixable: false,
    messages,
  },
  *check({ root }) {
    const config = valueOf(root, 'config');
    const isCommandLine = writtenOf(valueOf(config, 'ArgsEscaped')) === 'true' || isForWindows(root);
    if (config === undefined || isCommandLine) return;
    const name = itemsOf(valueOf(config, 'Entrypoint')).length > 0 ? 'Entrypoint' : 'Cmd';
    const words = itemsOf(valueOf(config, name));
    const step = words.find((word) => stringOf(word)?.startsWith('#(nop)') === true);
    if (step !== undefined) {
      yield findingAtValue(step, messages['build-step']({ name, text: quoted(stringOf(step) ?? '') }), { clause });
      return;
    }
    // The program `[` ends with this item.
    const array = words.find((word) => isArrayAsText(word) && !(stringOf(word) === ']' && stringOf(words[0]) === '['));
    if (array !== undefined) {
      const message = messages.array({ name, text: quoted(stringOf(array) ?? '') });
      yield findingAtValue(array, message, { clause });
      return;
    }
    yield* checkProgram(name, words);
    yield* checkArguments(name, words);
  },
};

function* checkProgram(name: string, words: readonly JsonNode[]): Iterable<Finding> {
  const [first] = words;
  const text = stringOf(first);
  if (first === undefined || text === undefined) return;
  const [variable] = /\$(?:[a-z_]\w*|\{[^{}]*\})/i.exec(text) ?? [];
  const values = { name, text: quoted(text) };
  if (text === '') yield findingAtValue(first, messages.empty({ name }), { clause });
  else if (text.trim() !== text) yield findingAtValue(first, messages.space(values), { clause });
  else if (/^[a-z]:[\\/]/i.test(text)) yield findingAtValue(first, messages.windows(values), { clause });
  else if (words.length === 1 && isCommandLineText(text)) {
    yield findingAtValue(first, messages['command-line'](values), { clause });
  } else if (variable !== undefined) {
    yield findingAtValue(first, messages['program-variable']({ name, variable: quoted(variable) }), { clause });
  }
}

/** Programs expand variables inside of arguments, as Java's do, but hardly one that is all of an argument. Shells do. */
function* checkArguments(name: string, words: readonly JsonNode[]): Iterable<Finding> {
  if (words.some((word) => /^-\w*c$/.test(stringOf(word) ?? ''))) return;
  const argument = words.slice(1).find((word) => /^\$(?:[a-z_]\w*|\{\w+\})$/i.test(stringOf(word) ?? ''));
  if (argument === undefined) return;
  const message = messages['argument-variable']({ name, variable: quoted(stringOf(argument) ?? '') });
  yield findingAtValue(argument, message, { severity: 'information' });
}

/**
 * Builders pass an array in single quotes to a shell. No program is called `['nginx',`, and the program `[` is followed by a
 * space, and has no commas.
 */
function isArrayAsText(word: JsonNode): boolean {
  return /^(?:\[(?:['"‘’“”]| +"[^"]*" *,)|\]$)/.test(stringOf(word) ?? '');
}

/** A program's name may have a space, but not an option after it. */
function isCommandLineText(text: string): boolean {
  return /^[^\s'"]+\s+\S/.test(text);
}
