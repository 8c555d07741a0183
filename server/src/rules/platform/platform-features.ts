import { removeMember } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { platformsOf } from '../support/written-platforms.ts';

/** `features` of a platform is kept for later versions (image-index.md, `features`). Docker manifest lists may have it. */
export const platformFeatures: DocumentRule = {
  meta: {
    id: 'platform-features',
    title: 'Reserved property features',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-features-reserved'],
    fixable: true,
  },
  *check(document) {
    for (const { features } of platformsOf(document)) {
      if (features === undefined) continue;
      const message = '`features` is reserved and ignored. Remove it, or use `os.features`.';
      const fixes = [{ title: 'Remove `features`', edits: [removeMember(document.json, features)], isSafe: false }];
      yield findingAtName(features, message, { clause: 'platform-features-reserved', fixes });
    }
  },
};
