import { isWindowsVersion, windowsBuilds } from '../../oci/facts/windows.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { platformKinds } from '../support/written-platforms.ts';

const message = wording('Invalid Windows build {version}. Use one such as "10.0.20348".');

/** Windows hosts compare `os.version` with their own build. containerd reads an invalid one as 0.0.0. */
export const windowsOsVersion: DocumentRule = {
  meta: {
    id: 'windows-os-version',
    title: 'Invalid Windows build',
    kinds: platformKinds,
    severity: 'warning',
    profile: 'recommended',
    clauses: ['platform-os-version-meaning'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['platform'],
  checkPlatform({ osName, osVersion: node }) {
    const version = stringOf(node);
    if (osName !== 'windows' || node === undefined || !version || isWindowsVersion(version)) return;
    return findingOf(node, version);
  },
};

function findingOf(node: JsonNode, version: string): Finding {
  const build = windowsBuilds.find(({ tag, name }) => [tag, name].includes(version))?.build;
  const fixes =
    build === undefined
      ? []
      : [{ title: `Change to 10.0.${build}`, edits: [replaceValue(node, `"10.0.${build}"`)], isSafe: false }];
  return findingAtValue(node, message({ version: quoted(version) }), {
    clause: 'platform-os-version-meaning',
    fixes,
  });
}
