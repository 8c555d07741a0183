import { pointerOf } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, spanOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { type Message, wordings } from '../support/wording.ts';

const messages = wordings({
  whitespace: 'Variable name {name} contains whitespace. Use NAME=value, without spaces around the equals sign.',
  dollar: 'Variable name {name} contains `$`. Use NAME=value.',
  quote: 'Variable name {name} contains a quote. Use NAME=value.',
  'line-ending': 'Value of {name} ends with a carriage return. Remove it.',
  semicolons: '`PATH` has semicolons. Separate folders with colons.',
  relative: '`PATH` has no absolute folder, so no program is found.',
  nul: 'Value of {name} has a NUL character, with which no process can start.',
  duplicate: 'Duplicate variable {name}: keep one value.',
});

/** Each environment variable is set once, under a name that a shell accepts. The schema checks the form itself. */
export const configEnv: DocumentRule = {
  meta: {
    id: 'config-env',
    title: 'Environment variable is duplicated or unusable',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['config-env-form'],
    fixable: false,
    messages,
  },
  *check({ root }) {
    const isWindows = isForWindows(root);
    const first = new Map<string, JsonNode>();
    for (const node of itemsOf(valueOf(valueOf(root, 'config'), 'Env'))) {
      const text = stringOf(node);
      const equals = text?.indexOf('=') ?? -1;
      if (text === undefined || equals <= 0) continue;
      const name = text.slice(0, equals);
      // Names on Windows are case-insensitive.
      const key = isWindows ? name.toUpperCase() : name;
      const earlier = first.get(key);
      if (/\s/.test(name)) yield blank(node, name);
      else if (/["'$]/.test(name)) yield unfit(node, name);
      else if (text.includes('\0')) yield findingAtValue(node, messages.nul({ name: quoted(name) }));
      else if (/\r\n?$/.test(text)) yield findingAtValue(node, messages['line-ending']({ name: quoted(name) }));
      else if (!isWindows && name === 'PATH' && isOddPath(text)) yield findingAtValue(node, oddPathMessage(text));
      else if (earlier !== undefined) yield again(node, name, earlier);
      if (earlier === undefined) first.set(key, node);
    }
  },
};

/** Programs may set an empty path. Other rules find quotes and unexpanded variables. */
function isOddPath(text: string): boolean {
  return text !== 'PATH=' && !/[$"']/.test(text) && (isSplitBySemicolons(text) || !/[=:]\//.test(text));
}

function oddPathMessage(text: string): Message {
  return isSplitBySemicolons(text) ? messages.semicolons : messages.relative;
}

function isSplitBySemicolons(text: string): boolean {
  return /;(?:\/|[a-z]:\\)/i.test(text);
}

function blank(node: JsonNode, name: string): Finding {
  return findingAtValue(node, messages.whitespace({ name: quoted(name) }), { clause: 'config-env-form' });
}

/** A whole entry in quotes, or a name with the `$` that a shell reads it with. */
function unfit(node: JsonNode, name: string): Finding {
  const message = messages[name.includes('$') ? 'dollar' : 'quote']({ name: quoted(name) });
  return findingAtValue(node, message, { clause: 'config-env-form' });
}

function again(node: JsonNode, name: string, earlier: JsonNode): Finding {
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'Set here first' }];
  return findingAtValue(node, messages.duplicate({ name: quoted(name) }), { related });
}
