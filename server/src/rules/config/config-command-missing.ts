import { itemsOf, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, findingMissing } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('No `Cmd` and no `Entrypoint`. Set the command to start.');

/** Docker creates no container without a command, not even to copy files out of it. */
export const configCommandMissing: DocumentRule = {
  meta: {
    id: 'config-command-missing',
    title: 'Image has no command',
    kinds: ['config', 'docker-config'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  *check({ root }) {
    // An empty document has a finding of its own, and signatures and attestations are no images.
    if (root?.type !== 'object' || memberOf(root, 'rootfs') === undefined) return;
    if (['', 'unknown'].includes(stringAt(root, 'os') ?? 'unknown')) return;
    const member = memberOf(root, 'config');
    const config = member?.value;
    if (['Cmd', 'Entrypoint'].some((name) => itemsOf(valueOf(config, name)).length > 0)) return;
    // The schema reports commands that are no arrays.
    if (['Cmd', 'Entrypoint'].some((name) => valueOf(config, name)?.type === 'string')) return;
    yield member === undefined ? findingMissing(root, 'config', message) : findingAtName(member, message);
  },
};
