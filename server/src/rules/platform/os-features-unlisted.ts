import { osFeatures } from '../../oci/facts/windows.ts';
import { itemsOf, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { platformKinds } from '../support/written-platforms.ts';

/** Features of other systems are up to whoever implements them, and SHOULD be proposed to the specification. */
export const osFeaturesUnlisted: DocumentRule = {
  meta: {
    id: 'os-features-unlisted',
    title: 'Feature is not defined by the specification',
    kinds: platformKinds,
    severity: 'hint',
    profile: 'strict',
    clauses: ['platform-os-features-elsewhere'],
    fixable: false,
  },
  checkPlatform({ osName: os, osFeatures: features }) {
    if (os === undefined || os === 'windows') return;
    return itemsOf(features).flatMap((item) => {
      const name = stringOf(item);
      if (name === undefined || Object.hasOwn(osFeatures[os] ?? {}, name)) return [];
      const message = `The specification defines no feature ${quoted(name)} for ${quoted(os)}.`;
      return findingAtValue(item, message, { clause: 'platform-os-features-elsewhere' });
    });
  },
};
