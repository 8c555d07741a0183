import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from './config-paths.ts';

/** On Linux a user is a name or number, and may have a group behind a colon (config.md, `User`). Windows has other rules. */
export const configUser: DocumentRule = {
  meta: {
    id: 'config-user',
    title: '`User` is a user, or a user, a colon and a group',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['config-user-form'],
    fixable: false,
  },
  *check({ root }) {
    const node = valueOf(valueOf(root, 'config'), 'User');
    const user = stringOf(node);
    if (node === undefined || !user || isForWindows(root)) return;
    const problem = problemOf(user);
    if (problem === undefined) return;
    const message = `\`User\` is ${quoted(user)}; ${problem}. Write a user as in "www-data" or "1000", or with a group as in "1000:1000".`;
    yield findingAtValue(node, message, { clause: 'config-user-form' });
  },
};

function problemOf(user: string): string | undefined {
  if (/\s/.test(user)) return 'neither users nor groups have blanks';
  const parts = user.split(':');
  if (parts.length > 2) return 'it has more than one colon';
  if (parts[0] === '') return 'the user before the colon is missing';
  return parts[1] === '' ? 'the group behind the colon is missing' : undefined;
}
