import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

/** No shell reads `Env`: quotes around a value become part of it (config.md, `Env`). */
export const configEnvQuoted: DocumentRule = {
  meta: {
    id: 'config-env-quoted',
    title: 'Quotes around the value of an environment variable',
    kinds: ['config', 'docker-config'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  *check({ root }) {
    for (const node of itemsOf(valueOf(valueOf(root, 'config'), 'Env'))) {
      const match = /^([^=]+)=(["']).+\2$/s.exec(stringOf(node) ?? '');
      if (match === null) continue;
      const message = `The quotes are part of the value of ${quoted(match[1] ?? '')}: no shell reads \`Env\`. Remove them if unintended.`;
      yield findingAtValue(node, message);
    }
  },
};
