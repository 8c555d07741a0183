import { grouped } from '../../protocol/counted.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';

/** What runtimes take: runc refuses others as out of range. */
const highestId = 2 ** 31 - 1;

/** On Linux a user is a name or number, and may have a group behind a colon (config.md, `User`). Windows has other rules. */
export const configUser: DocumentRule = {
  meta: {
    id: 'config-user',
    title: 'Invalid `User`',
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
    const message = `Invalid user ${quoted(user)}: ${problem}.`;
    yield findingAtValue(node, message, { clause: 'config-user-form' });
  },
};

function problemOf(user: string): string | undefined {
  if (/\s/.test(user)) return 'whitespace is not allowed';
  const parts = user.split(':');
  if (parts.length > 2) return 'more than one colon';
  if (parts[0] === '') return 'the user is missing';
  if (/["']/.test(user)) return 'quotes are not allowed';
  if (parts.some((part) => /^-?[0-9]+$/.test(part) && !(Number(part) >= 0 && Number(part) <= highestId)))
    return `an ID must be from 0 to ${grouped(highestId)}`;
  return parts[1] === '' ? 'the group is missing' : undefined;
}
