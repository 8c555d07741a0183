import { architectureMeantBy, isAnyPlatformName, operatingSystemMeantBy } from '../../oci/facts/platform-mistakes.ts';
import { isOperatingSystem, operatingSystems } from '../../oci/facts/platforms.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { nearestOf } from '../support/nearest.ts';
import {
  isPlaceholder,
  isSwapped,
  platformClauseOf,
  platformKinds,
  platformsOf,
  type WrittenPlatform,
} from '../support/written-platforms.ts';

/** An operating system is a GOOS value (image-index.md and config.md, `os`, SHOULD): clients compare with those. */
export const platformOs: DocumentRule = {
  meta: {
    id: 'platform-os',
    title: "An operating system is one of Go's names, such as linux or windows",
    kinds: platformKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-os-goos', 'config-os-goos'],
    fixable: true,
  },
  *check(document) {
    for (const platform of platformsOf(document)) {
      const { os, osName: name } = platform;
      if (os === undefined || name === undefined || isOperatingSystem(name)) continue;
      if ((name === '' && document.kind === 'docker-config') || isPlaceholder(platform)) continue;
      yield findingOf(platform, os, name);
    }
  },
};

function findingOf(platform: WrittenPlatform, node: JsonNode, name: string): Finding {
  const clause = platformClauseOf(platform, 'os-goos');
  if (isSwapped(platform)) return swapped(platform, node, name, clause);
  if (name === '') return findingAtValue(node, '`os` is empty. Use a GOOS value such as "linux".', { clause });
  const start = `\`os\` is ${quoted(name)}`;
  const meant = operatingSystemMeantBy(name);
  if (meant !== undefined) {
    const fixes = [{ title: `Write ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }];
    return findingAtValue(node, `${start}; Go's name, which clients compare with, is "${meant}".`, { clause, fixes });
  }
  if (isAnyPlatformName(name) && !platform.isConfig) {
    return findingAtValue(node, `${start}, which no client asks for; content for any machine has no \`platform\`.`, {
      clause,
    });
  }
  // Later previews of WASI have runtimes, and no port in Go yet.
  if (/^wasip[2-9]$/.test(name)) {
    return findingAtValue(node, `${start}, which Go has no name for yet (GOOS).`, { severity: 'information', clause });
  }
  const near = nearestOf(name, Object.keys(operatingSystems));
  if (near !== undefined) {
    const fixes = [{ title: `Write ${near}`, edits: [replaceValue(node, JSON.stringify(near))], isSafe: false }];
    return findingAtValue(node, `${start}, none of Go's names (GOOS); did you mean "${near}"?`, { clause, fixes });
  }
  return findingAtValue(node, `${start}, none of Go's names (GOOS); clients compare with those.`, { clause });
}

function swapped(platform: WrittenPlatform, os: JsonNode, name: string, clause: string): Finding {
  const architecture = platform.architecture!;
  const system = stringOf(architecture)!;
  const meant = architectureMeantBy(name);
  const names = { os: operatingSystemMeantBy(system) ?? system, architecture: meant?.architecture ?? name };
  const edits = [
    replaceValue(os, JSON.stringify(names.os)),
    replaceValue(architecture, JSON.stringify(names.architecture)),
  ];
  const message = `\`os\` is ${quoted(name)} and \`architecture\` ${quoted(system)}: the two are swapped.`;
  // A name that tells a variant, too, says more than is written here.
  const isSafe = meant?.variant === undefined;
  return findingAtValue(os, message, { clause, fixes: [{ title: 'Swap them', edits, isSafe }] });
}
