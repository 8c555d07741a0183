import { memberOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';

const reserved: Readonly<Record<string, string>> = {
  Memory: 'Set limits at run time',
  MemorySwap: 'Set limits at run time',
  CpuShares: 'Set limits at run time',
  Healthcheck: 'Docker runs it, Podman and Kubernetes ignore it',
};

/** Names that are kept free because Docker has a meaning for them and OCI has none (config.md, `config`). */
export const configReservedMembers: DocumentRule = {
  meta: {
    id: 'config-reserved-members',
    title: 'Reserved property in an image config',
    kinds: ['config'],
    severity: 'information',
    profile: 'portable',
    clauses: ['config-reserved-fields'],
    fixable: false,
  },
  *check({ root }) {
    const config = valueOf(root, 'config');
    if (config === undefined) return;
    for (const [name, what] of Object.entries(reserved)) {
      const member = memberOf(config, name);
      if (member === undefined || member.value?.type === 'null') continue;
      const message = `\`${name}\` is reserved and has no effect. ${what}.`;
      yield findingAtName(member, message, { clause: 'config-reserved-fields' });
    }
  },
};
