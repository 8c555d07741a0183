import { removeMember } from '../../syntax/edit.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('`features` is reserved and ignored. Remove it, or use `os.features`.');

/** `features` of a platform is reserved for later versions (image-index.md, `features`). Docker manifest lists may have it. */
export const platformFeatures: DocumentRule = {
  meta: {
    id: 'platform-features',
    title: 'Reserved property features',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-features-reserved'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['platform'],
  checkPlatform({ features }, { json }) {
    if (features === undefined) return;
    const fixes = [{ title: 'Remove `features`', edits: [removeMember(json, features)], isSafe: false }];
    return findingAtName(features, message, { clause: 'platform-features-reserved', fixes });
  },
};
