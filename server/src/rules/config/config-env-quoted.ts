import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('The quotes are part of the value of {name}: no shell reads `Env`. Remove them if unintended.');

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
    messages: { default: message },
  },
  *check({ root }) {
    for (const node of itemsOf(valueOf(valueOf(root, 'config'), 'Env'))) {
      const match = /^([^=]+)=(["']).+\2$/s.exec(stringOf(node) ?? '');
      if (match === null) continue;
      yield findingAtValue(node, message({ name: quoted(match[1] ?? '') }));
    }
  },
};
