import type { DocumentRule } from '../rule.ts';
import { findingMissing } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Windows entry has no `os.version`, so hosts of any build choose it. Add the build.');

/** Every Windows host picks an entry without a build, whether the image runs there or not. */
export const windowsOsVersionMissing: DocumentRule = {
  meta: {
    id: 'windows-os-version-missing',
    title: 'Windows entry has no os.version',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'information',
    profile: 'portable',
    clauses: ['platform-os-version-meaning'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['platform'],
  checkPlatform({ node, osName, osVersion }) {
    if (osName !== 'windows' || osVersion !== undefined) return;
    return findingMissing(node, 'os.version', message, { clause: 'platform-os-version-meaning' });
  },
};
