import { osFeatures } from '../../oci/facts/windows.ts';
import { itemsOf, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { platformKinds } from '../support/written-platforms.ts';

const message = wording('The specification defines no feature {feature} for {os}.');

/** Features of other systems are up to implementations, and SHOULD be proposed to the specification. */
export const osFeaturesUnlisted: DocumentRule = {
  meta: {
    id: 'os-features-unlisted',
    title: 'Feature is not defined by the specification',
    kinds: platformKinds,
    severity: 'hint',
    profile: 'strict',
    clauses: ['platform-os-features-elsewhere'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['platform'],
  checkPlatform({ osName: os, osFeatures: features }) {
    if (os === undefined || os === 'windows') return;
    return itemsOf(features).flatMap((item) => {
      const name = stringOf(item);
      if (name === undefined || Object.hasOwn(osFeatures[os] ?? {}, name)) return [];
      return findingAtValue(item, message({ feature: quoted(name), os: quoted(os) }), {
        clause: 'platform-os-features-elsewhere',
      });
    });
  },
};
