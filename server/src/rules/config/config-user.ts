import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  quotes: 'Invalid user {user}: quotes are not allowed.',
  'out-of-range': 'Invalid user {user}: an ID must be from 0 to 2,147,483,647.',
  whitespace: 'Invalid user {user}: whitespace is not allowed.',
  colons: 'Invalid user {user}: more than one colon.',
  variable: 'Invalid user {user}: runtimes do not expand variables.',
  'no-user': 'Invalid user {user}: the user is missing.',
  'no-group': 'Invalid user {user}: the group is missing.',
});

/** The highest ID that runtimes accept: runc rejects others as out of range. */
const highestId = 2 ** 31 - 1;

/** On Linux, a user is a name or number, optionally with a colon and a group (config.md, `User`). Windows has other rules. */
export const configUser: DocumentRule = {
  meta: {
    id: 'config-user',
    title: 'Invalid `User`',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['config-user-form'],
    fixable: false,
    messages,
  },
  *check({ root }) {
    const node = valueOf(valueOf(root, 'config'), 'User');
    const user = stringOf(node);
    if (node === undefined || !user || isForWindows(root)) return;
    const problem = problemOf(user);
    if (problem === undefined) return;
    yield findingAtValue(node, messages[problem]({ user: quoted(user) }), { clause: 'config-user-form' });
  },
};

function problemOf(user: string): keyof typeof messages | undefined {
  if (/\s/.test(user)) return 'whitespace';
  // A name may end with `$`, as those of Samba's machines do.
  if (/\$[\w({]/.test(user)) return 'variable';
  const parts = user.split(':');
  if (parts.length > 2) return 'colons';
  if (parts[0] === '') return 'no-user';
  if (/["']/.test(user)) return 'quotes';
  if (parts.some((part) => /^-?[0-9]+$/.test(part) && !(Number(part) >= 0 && Number(part) <= highestId)))
    return 'out-of-range';
  return parts[1] === '' ? 'no-group' : undefined;
}
