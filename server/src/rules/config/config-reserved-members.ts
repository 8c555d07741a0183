import { memberOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';

const reserved: Readonly<Record<string, string>> = {
  Memory: 'limits are set where the container is started',
  MemorySwap: 'limits are set where the container is started',
  CpuShares: 'limits are set where the container is started',
  Healthcheck: 'Docker runs it, Podman and Kubernetes pass over it in an OCI image',
};

/** Names that are kept free because Docker has a meaning for them and OCI has none (config.md, `config`). */
export const configReservedMembers: DocumentRule = {
  meta: {
    id: 'config-reserved-members',
    title: 'Memory, MemorySwap, CpuShares and Healthcheck have no meaning in OCI',
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
      const message = `\`${name}\` is a name of Docker's that the specification keeps free and gives no meaning: ${what}.`;
      yield findingAtName(member, message, { clause: 'config-reserved-fields' });
    }
  },
};
