import { pointerOf } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, spanOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';

/** Each variable of the environment stands once, by a name that a shell can have. The form itself is the schema's business. */
export const configEnv: DocumentRule = {
  meta: {
    id: 'config-env',
    title: 'Environment variable is duplicated or has an unusable name',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['config-env-form'],
    fixable: false,
  },
  *check({ root }) {
    const isWindows = isForWindows(root);
    const first = new Map<string, JsonNode>();
    for (const node of itemsOf(valueOf(valueOf(root, 'config'), 'Env'))) {
      const text = stringOf(node);
      const equals = text?.indexOf('=') ?? -1;
      if (text === undefined || equals <= 0) continue;
      const name = text.slice(0, equals);
      // Windows does not tell names apart by their case.
      const key = isWindows ? name.toUpperCase() : name;
      const earlier = first.get(key);
      if (/\s/.test(name)) yield blank(node, name);
      else if (/["'$]/.test(name)) yield unfit(node, name);
      else if (earlier !== undefined) yield again(node, name, earlier);
      if (earlier === undefined) first.set(key, node);
    }
  },
};

function blank(node: JsonNode, name: string): Finding {
  const message = `Variable name ${quoted(name)} contains whitespace. Use NAME=value, without spaces around the equals sign.`;
  return findingAtValue(node, message, { clause: 'config-env-form' });
}

/** A whole entry in quotes, or a name with the `$` that reads one. */
function unfit(node: JsonNode, name: string): Finding {
  const what = name.includes('$') ? '`$`' : 'a quote';
  const message = `Variable name ${quoted(name)} contains ${what}. Use NAME=value.`;
  return findingAtValue(node, message, { clause: 'config-env-form' });
}

function again(node: JsonNode, name: string, earlier: JsonNode): Finding {
  const message = `Duplicate variable ${quoted(name)}: keep one value.`;
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'Set here first' }];
  return findingAtValue(node, message, { related });
}
