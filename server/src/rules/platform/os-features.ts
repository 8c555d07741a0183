import { replaceValue } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { platformClauseOf, platformKinds } from '../support/written-platforms.ts';

const message = wording('Unknown Windows feature {feature} (expected "win32k").');

/** For Windows, the specification defines one feature, `win32k` (image-index.md, `os.features`, SHOULD). */
export const osFeatures: DocumentRule = {
  meta: {
    id: 'os-features',
    title: 'Unknown Windows feature',
    kinds: platformKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-os-features-windows', 'config-os-features-windows'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['platform'],
  checkPlatform(platform) {
    if (platform.osName !== 'windows') return;
    const clause = platformClauseOf(platform, 'os-features-windows');
    return itemsOf(platform.osFeatures).flatMap((item) => {
      const name = stringOf(item);
      return name === undefined || name === 'win32k' ? [] : findingOf(item, name, clause);
    });
  },
};

function findingOf(item: JsonNode, name: string, clause: string): Finding {
  const said = message({ feature: quoted(name) });
  if (!/^(?:win-?32-?k(?:\.sys)?)$/i.test(name)) return findingAtValue(item, said, { clause });
  const fixes = [{ title: 'Change to win32k', edits: [replaceValue(item, '"win32k"')], isSafe: true }];
  return findingAtValue(item, said, { clause, fixes });
}
