import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wording } from '../support/wording.ts';

const message = wording('User {user} is a name, which `runAsNonRoot` rejects. Use a number.');

/** The kubelet compares the user with root before the container has a file system, so it cannot look up names. */
export const configUserNamed: DocumentRule = {
  meta: {
    id: 'config-user-named',
    title: 'User is a name instead of a number',
    kinds: ['config', 'docker-config'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  *check({ root }) {
    const node = valueOf(valueOf(root, 'config'), 'User');
    const [, user] = /^([a-z_][\w-]*)(?::[\w-]+)?$/i.exec(stringOf(node) ?? '') ?? [];
    if (node === undefined || user === undefined || user === 'root' || isForWindows(root)) return;
    yield findingAtValue(node, message({ user: quoted(user) }));
  },
};
