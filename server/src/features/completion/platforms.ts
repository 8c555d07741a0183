import type { OciDocument } from '../../oci/document.ts';
import { platformKeyOf } from '../../oci/facts/normalized-platform.ts';
import { variantRowOf } from '../../oci/facts/platform-variants.ts';
import { architectures, goPairs, operatingSystems } from '../../oci/facts/platforms.ts';
import { type JsonNode, stringAt, valueOf } from '../../syntax/tree.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** Operating systems, those used in images first. */
export function osProposals(): readonly Proposal[] {
  return Object.entries(operatingSystems).map(([name, detail], position) =>
    textProposal(name, { detail, rank: usual.includes(name) ? 0 : 1 + position }),
  );
}

const usual: readonly string[] = ['linux', 'windows', 'freebsd'];

/** Architectures, those that exist for the sibling `os` first. */
export function architectureProposalsFor(platform: JsonNode): readonly Proposal[] {
  const pairs = goPairs[stringAt(platform, 'os') ?? 'linux'] ?? [];
  return Object.entries(architectures).map(([name, detail], position) => {
    const at = pairs.indexOf(name);
    return textProposal(name, { detail, rank: at >= 0 ? at : 100 + position });
  });
}

/** Variants of the sibling `architecture`, the default first. */
export function variantProposalsFor(platform: JsonNode): readonly Proposal[] {
  const row = variantRowOf(stringAt(platform, 'architecture') ?? '');
  return (row?.values ?? []).map((variant, position) =>
    textProposal(variant, variant === row?.default ? { rank: -1, detail: 'the default' } : { rank: position }),
  );
}

const wholePlatforms = [
  ['linux', 'amd64'],
  ['linux', 'arm64'],
  ['linux', 'arm', 'v7'],
  ['linux', 'arm', 'v6'],
  ['linux', '386'],
  ['linux', 'ppc64le'],
  ['linux', 's390x'],
  ['linux', 'riscv64'],
  ['windows', 'amd64'],
] as const;

/** Complete platforms that the index does not list yet. */
export function platformProposalsFor(document: OciDocument): readonly Proposal[] {
  const listed = listedPlatformsOf(document);
  return wholePlatforms.flatMap(([os, architecture, variant], position) => {
    const platform = { os, architecture, ...(variant === undefined ? {} : { variant }) };
    if (listed.has(platformKeyOf(platform))) return [];
    const members = Object.entries(platform).map(([name, text]) => `"${name}": "${text}"`);
    return [{ label: Object.values(platform).join('/'), json: `{ ${members.join(', ')} }`, rank: position }];
  });
}

/** Descriptor templates for the platforms that an index does not list yet. */
export function platformItemsFor(document: OciDocument): readonly Proposal[] {
  const mediaType = '"mediaType": "application/vnd.oci.image.manifest.v1+json"';
  return platformProposalsFor(document).map(({ label, json, rank }) => ({
    label: `descriptor for ${label}`,
    json: `{ ${mediaType}, "digest": "", "size": 0, "platform": ${json} }`,
    snippet: `{\n  ${mediaType},\n  "digest": "$1",\n  "size": \${2:0},\n  "platform": ${json}\n}`,
    rank: 10 + rank,
  }));
}

/** The normalized platforms of an index's entries. Cached per version. */
function listedPlatformsOf({ descriptors, derived }: OciDocument): ReadonlySet<string> {
  const known = derived.get(listedPlatformsOf) as ReadonlySet<string> | undefined;
  if (known !== undefined) return known;
  const listed = new Set(
    descriptors.flatMap(({ node }) => {
      const platform = valueOf(node, 'platform');
      const [os, architecture, variant] = ['os', 'architecture', 'variant'].map((name) => stringAt(platform, name));
      if (os === undefined || architecture === undefined) return [];
      return [platformKeyOf({ os, architecture, ...(variant === undefined ? {} : { variant }) })];
    }),
  );
  derived.set(listedPlatformsOf, listed);
  return listed;
}
