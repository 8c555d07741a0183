import { removeMember } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('`platform` has no effect on a {role}, and ECR rejects it. Remove it.');

/** A platform tells clients which manifest of an index to choose (descriptor.md). The config says which the image is for. */
export const platformMisplaced: DocumentRule = {
  meta: {
    id: 'platform-misplaced',
    title: 'Config or layer has a platform',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  reads: ['platform'],
  *check(document) {
    for (const { role, platform } of descriptorPartsOf(document)) {
      if (platform === undefined || (role !== 'config' && role !== 'layer')) continue;
      const fixes = [{ title: 'Remove platform', edits: [removeMember(document.json, platform)], isSafe: false }];
      yield findingAtName(platform, message({ role }), { fixes });
    }
  },
};
