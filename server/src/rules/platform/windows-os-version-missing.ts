import type { DocumentRule } from '../rule.ts';
import { findingMissing } from '../support/finding.ts';

/** An entry for Windows without a build is taken by every Windows host, whether the image runs there or not. */
export const windowsOsVersionMissing: DocumentRule = {
  meta: {
    id: 'windows-os-version-missing',
    title: 'Windows entry has no os.version',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'information',
    profile: 'portable',
    clauses: ['platform-os-version-meaning'],
    fixable: false,
  },
  checkPlatform({ node, osName, osVersion }) {
    if (osName !== 'windows' || osVersion !== undefined) return;
    const message = 'Windows entry has no `os.version`, so hosts of any build choose it. Add the build.';
    return findingMissing(node, 'os.version', message, { clause: 'platform-os-version-meaning' });
  },
};
