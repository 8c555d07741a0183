import { type ArchitectureMeant, architectureMeantBy, isAnyPlatformName } from '../../oci/facts/platform-mistakes.ts';
import { architectures, isArchitecture } from '../../oci/facts/platforms.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { insertMember, replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix, Surroundings } from '../rule.ts';
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
  empty: '`architecture` is empty. Use a GOARCH value such as "amd64".',
  alias: 'Use the GOARCH value {meant} instead of {name}.',
  any: 'No client asks for {name}. Omit `platform` for content that fits any.',
  misspelled: 'Unknown architecture {name}. Did you mean {meant}?',
  unknown: 'Unknown architecture {name}. Use a GOARCH value such as "amd64".',
});

/** An architecture is a GOARCH value (image-index.md and config.md, `architecture`, SHOULD): clients compare with those. */
export const platformArchitecture: DocumentRule = {
  meta: {
    id: 'platform-architecture',
    title: 'Architecture is not a GOARCH value',
    kinds: platformKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['platform-architecture-goarch', 'config-architecture-goarch'],
    fixable: true,
    messages,
  },
  reads: ['platform'],
  checkPlatform(platform, around) {
    const { architecture, architectureName: name } = platform;
    if (architecture === undefined || name === undefined || isArchitecture(name)) return;
    // Docker's configs leave it empty; swapped names and empty ones of both are the business of platform-os.
    if (
      (name === '' && hasTraits(around.kind, 'docker', 'is-image-config')) ||
      isSwapped(platform) ||
      isBlank(platform) ||
      isPlaceholder(platform)
    )
      return;
    return findingOf(around, platform, architecture, name);
  },
};

function findingOf(around: Surroundings, platform: WrittenPlatform, node: JsonNode, name: string): Finding {
  const clause = platformClauseOf(platform, 'architecture-goarch');
  if (name === '') {
    return findingAtValue(node, messages.empty, { clause });
  }
  const meant = architectureMeantBy(name);
  if (meant !== undefined) {
    const { architecture, variant } = meant;
    const what = variant === undefined ? `"${architecture}"` : `"${architecture}" with variant "${variant}"`;
    const fixes = [fixOf(around, platform, node, name, meant)];
    return findingAtValue(node, messages.alias({ meant: what, name: quoted(name) }), { clause, fixes });
  }
  if (isAnyPlatformName(name) && !platform.isConfig) {
    return findingAtValue(node, messages.any({ name: quoted(name) }), { clause });
  }
  const near = nearestOf(name, Object.keys(architectures));
  if (near !== undefined) {
    const fixes = [{ title: `Change to ${near}`, edits: [replaceValue(node, JSON.stringify(near))], isSafe: false }];
    return findingAtValue(node, messages.misspelled({ name: quoted(name), meant: quoted(near) }), { clause, fixes });
  }
  return findingAtValue(node, messages.unknown({ name: quoted(name) }), { clause });
}

/** `armel` used to be v4 and is v5 in Debian today, whatever containerd makes of it, so that fix is not safe. */
function fixOf(
  { json }: Surroundings,
  platform: WrittenPlatform,
  node: JsonNode,
  name: string,
  { architecture, variant }: ArchitectureMeant,
): Fix {
  const edits = [replaceValue(node, JSON.stringify(architecture))];
  const written = stringOf(platform.variant);
  if (variant !== undefined && platform.variant === undefined) {
    edits.push(insertMember(json, platform.node, 'variant', JSON.stringify(variant), ['architecture']));
  }
  const agrees = written === undefined || variant === undefined || written === variant;
  const title = variant === undefined || written !== undefined ? architecture : `${architecture} with ${variant}`;
  return { title: `Change to ${title}`, edits, isSafe: agrees && name !== 'armel' };
}
