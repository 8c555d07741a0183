import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, inBackticks, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  variable: '{name} has the unexpanded variable {reference}. Write its value.',
  tilde: '{name} has the unexpanded {reference}. Write the home directory.',
});

/**
 * Runtimes pass `Env` on as it is: builders expand variables, not they. Other values may be templates that a program reads, but
 * `PATH` is a list of directories, and no value can contain itself.
 */
export const configEnvUnexpanded: DocumentRule = {
  meta: {
    id: 'config-env-unexpanded',
    title: 'Environment variable has an unexpanded variable',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  *check({ root }) {
    const isWindows = isForWindows(root);
    for (const node of itemsOf(valueOf(valueOf(root, 'config'), 'Env'))) {
      const text = stringOf(node) ?? '';
      const equals = text.indexOf('=');
      if (equals <= 0 || text.length > longest) continue;
      const name = text.slice(0, equals);
      const reference = unexpandedIn(name, text.slice(equals + 1), isWindows);
      if (reference === undefined) continue;
      const message = messages[reference.startsWith('~') ? 'tilde' : 'variable'];
      yield findingAtValue(node, message({ name: inBackticks(name), reference: quoted(reference) }));
    }
  },
};

/** Longer values are data, not lists of directories. */
const longest = 16_384;

/** `$NAME`, `${NAME}`, `${containerEnv:NAME}` and PowerShell's `$env:NAME`. */
const reference = /\$(?:env:)?\w+|\$\{[^{}$]{1,200}\}/gi;

function unexpandedIn(name: string, value: string, isWindows: boolean): string | undefined {
  const references = value.match(reference) ?? [];
  // Shells expand prompts and what they run before one.
  if (/^P(?:S\d|ROMPT)/.test(name)) return undefined;
  if (name.toUpperCase() !== 'PATH') return references.find((one) => nameIn(one) === name);
  const [first] = references;
  if (first !== undefined) return first;
  return isWindows ? undefined : value.split(':').find((directory) => /^~(?:\/|$)/.test(directory));
}

function nameIn(text: string): string {
  return /^\$\{?(\w+)/.exec(text)?.[1] ?? '';
}
