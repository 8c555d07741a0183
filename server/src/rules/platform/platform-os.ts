import { architectureMeantBy, isAnyPlatformName, operatingSystemMeantBy } from '../../oci/facts/platform-mistakes.ts';
import { isOperatingSystem, operatingSystems } from '../../oci/facts/platforms.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { nearestOf } from '../support/nearest.ts';
import { wordings } from '../support/wording.ts';
import {
  isBlank,
  isPlaceholder,
  isSwapped,
  platformClauseOf,
  platformKinds,
  type WrittenPlatform,
} from '../support/written-platforms.ts';

const messages = wordings({
  swapped: '`os` ({os}) and `architecture` ({architecture}) are swapped.',
  empty: '`os` is empty. Use a GOOS value such as "linux".',
  'both-empty': '`os` and `architecture` are empty. Set both, or omit `platform`.',
  alias: 'Use the GOOS value {meant} instead of {name}.',
  any: 'No client asks for {name}. Omit `platform` for content that fits any.',
  wasi: '{name} is not a GOOS value yet.',
  misspelled: 'Unknown operating system {name}. Did you mean {meant}?',
  unknown: 'Unknown operating system {name}. Use a GOOS value such as "linux".',
});

/** An operating system is a GOOS value (image-index.md and config.md, `os`, SHOULD): clients compare with those. */
export const platformOs: DocumentRule = {
  meta: {
    id: 'platform-os',
    title: 'Operating system is not a GOOS value',
    kinds: platformKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-os-goos', 'config-os-goos'],
    fixable: true,
    messages,
  },
  reads: ['platform'],
  checkPlatform(platform, { kind }) {
    const { os, osName: name } = platform;
    if (os === undefined || name === undefined || isOperatingSystem(name)) return;
    if ((name === '' && hasTraits(kind, 'docker', 'is-image-config')) || isPlaceholder(platform)) return;
    return findingOf(platform, os, name);
  },
};

function findingOf(platform: WrittenPlatform, node: JsonNode, name: string): Finding {
  const clause = platformClauseOf(platform, 'os-goos');
  const { architecture } = platform;
  if (architecture !== undefined && isSwapped(platform)) return swapped(architecture, node, name, clause);
  if (isBlank(platform)) return findingAtValue(node, messages['both-empty'], { clause });
  if (name === '') return findingAtValue(node, messages.empty, { clause });
  const meant = operatingSystemMeantBy(name);
  if (meant !== undefined) {
    const fixes = [{ title: `Change to ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }];
    // Docker's documentation and tools say wasi/wasm.
    const isHabit = name === 'wasi' && platform.architectureName === 'wasm';
    return findingAtValue(node, messages.alias({ meant: quoted(meant), name: quoted(name) }), {
      ...(isHabit ? { severity: 'information' } : {}),
      clause,
      fixes,
    });
  }
  if (isAnyPlatformName(name) && !platform.isConfig) {
    return findingAtValue(node, messages.any({ name: quoted(name) }), { clause });
  }
  // Later previews of WASI have runtimes, but no Go port yet.
  if (/^wasip[2-9]$/.test(name)) {
    return findingAtValue(node, messages.wasi({ name: quoted(name) }), { severity: 'information', clause });
  }
  const near = nearestOf(name, Object.keys(operatingSystems));
  if (near !== undefined) {
    const fixes = [{ title: `Change to ${near}`, edits: [replaceValue(node, JSON.stringify(near))], isSafe: false }];
    return findingAtValue(node, messages.misspelled({ name: quoted(name), meant: quoted(near) }), { clause, fixes });
  }
  return findingAtValue(node, messages.unknown({ name: quoted(name) }), { clause });
}

function swapped(architecture: JsonNode, os: JsonNode, name: string, clause: string): Finding {
  const system = stringOf(architecture) ?? '';
  const meant = architectureMeantBy(name);
  const names = { os: operatingSystemMeantBy(system) ?? system, architecture: meant?.architecture ?? name };
  const edits = [
    replaceValue(os, JSON.stringify(names.os)),
    replaceValue(architecture, JSON.stringify(names.architecture)),
  ];
  const message = messages.swapped({ os: quoted(name), architecture: quoted(system) });
  // A name that implies a variant says more than the fix writes.
  const isSafe = meant?.variant === undefined;
  return findingAtValue(os, message, { clause, fixes: [{ title: 'Swap os and architecture', edits, isSafe }] });
}
