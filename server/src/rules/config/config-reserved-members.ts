import { memberOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  limit: '`{name}` is reserved and has no effect. Set limits at run time.',
  healthcheck: '`{name}` is reserved and has no effect. Docker runs it, Podman and Kubernetes ignore it.',
});

const reserved = {
  Memory: messages.limit,
  MemorySwap: messages.limit,
  CpuShares: messages.limit,
  Healthcheck: messages.healthcheck,
};

/** Names that are reserved because they mean something to Docker, but nothing in OCI (config.md, `config`). */
export const configReservedMembers: DocumentRule = {
  meta: {
    id: 'config-reserved-members',
    title: 'Reserved property in an image config',
    kinds: ['config'],
    severity: 'information',
    profile: 'portable',
    clauses: ['config-reserved-fields'],
    fixable: false,
    messages,
  },
  *check({ root }) {
    const config = valueOf(root, 'config');
    if (config === undefined) return;
    for (const [name, message] of Object.entries(reserved)) {
      const member = memberOf(config, name);
      if (member === undefined || member.value?.type === 'null') continue;
      yield findingAtName(member, message({ name }), { clause: 'config-reserved-fields' });
    }
  },
};
