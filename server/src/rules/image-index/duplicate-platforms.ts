import type { OciDocument } from '../../oci/document.ts';
import { platformKeyOf } from '../../oci/facts/normalised-platform.ts';
import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, membersOf, objectOf, spanOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { tallied } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { isLayoutIndex } from '../support/index-entries.ts';
import { oddMembersOf } from '../support/known-members.ts';
import { knownVariantOf, memberMeantBy } from '../support/member-slips.ts';
import { once } from '../support/once.ts';
import { inOrderOfFirsts } from '../support/tally.ts';
import { platformAt, type WrittenPlatform } from '../support/written-platforms.ts';

/** Of entries that fit, a client takes the first (image-index.md, `platform`, SHOULD): a second one is never reached. */
export const duplicatePlatforms: DocumentRule = {
  meta: {
    id: 'duplicate-platforms',
    title: 'Duplicate platform',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['index-first-match-wins'],
    fixable: false,
  },
  *check(document) {
    if (isLayoutIndex(document)) return;
    for (const entries of entriesByPlatform(document)) {
      const first = new Map<string, { readonly platform: JsonNode; readonly digest: string | undefined }>();
      for (const entry of entries) {
        const key = keyOf(entry);
        const platform = entry.platform?.value;
        if (platform === undefined || isUnclear(document, platform)) continue;
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, { platform, digest: stringOf(entry.digest) });
        // Whichever of the two is taken, it is the same manifest.
        else if (earlier.digest !== stringOf(entry.digest)) yield findingOf(platform, earlier.platform);
      }
    }
  },
};

/** What tells platforms of one system and architecture apart. */
const telling: readonly string[] = ['variant', 'os.version', 'os.features'];

/** The platforms in which a name is almost one that tells them apart, of which another rule speaks. */
const misspelledPlatforms = once((document): ReadonlySet<JsonNode> => {
  const meant = oddMembersOf(document).filter((odd) =>
    telling.includes(knownVariantOf(odd) ?? memberMeantBy(odd)?.name ?? ''),
  );
  return new Set(meant.map(({ member }) => objectOf(member)));
});

/** Whether what follows from a platform would only follow from another mistake in it. */
function isUnclear(document: OciDocument, platform: JsonNode): boolean {
  const isOfWrongType = telling.some((name) => {
    const value = valueOf(platform, name);
    return value !== undefined && value.type !== (name === 'os.features' ? 'array' : 'string');
  });
  return isOfWrongType || misspelledPlatforms(document).has(platform);
}

/** An index with more entries than this for one platform is a catalogue, from which nobody takes the first that fits. */
const mostTwins = 64;

/** Thousands of entries have few platforms, as they are written; in each group the platforms mean the same. */
function entriesByPlatform(document: OciDocument): readonly (readonly DescriptorParts[])[] {
  const tally = entriesByWrittenPlatform(document);
  const byMeaning = new Map<string, string[]>();
  for (const written of tally.keys) {
    const meaning = meaningOf(tally.anyOf(written));
    byMeaning.set(meaning, [...(byMeaning.get(meaning) ?? []), written]);
  }
  const groups: (readonly DescriptorParts[])[] = [];
  for (const written of byMeaning.values()) {
    const count = written.reduce((sum, key) => sum + tally.countOf(key), 0);
    if (count > 1 && count <= mostTwins) groups.push(tally.ofAll(written));
  }
  return inOrderOfFirsts(groups);
}

const entriesByWrittenPlatform = tallied((entry) => {
  const platform = platformOf(entry);
  if (entry.role !== 'manifest' || !platform?.osName || !platform.architectureName) return undefined;
  if (platform.osName === unknownPlatform) return undefined;
  const { osVersion, osFeatures } = partsOf(platform);
  const rest = osVersion === undefined && osFeatures === undefined ? '' : `/${osVersion}/${osFeatures}`;
  return `${platform.osName}/${platform.architectureName}/${stringOf(platform.variant)}${rest}`;
});

function platformOf({ platform }: DescriptorParts): WrittenPlatform | undefined {
  return platform?.value?.type === 'object' ? platformAt(platform.value) : undefined;
}

function meaningOf(entry: DescriptorParts | undefined): string {
  const platform = entry && platformOf(entry);
  return platform === undefined ? '' : platformKeyOf(partsOf(platform));
}

function partsOf({ osName, architectureName, variant, osVersion, osFeatures }: WrittenPlatform) {
  return {
    os: osName ?? '',
    architecture: architectureName ?? '',
    variant: stringOf(variant),
    osVersion: stringOf(osVersion),
    osFeatures: osFeatures && itemsOf(osFeatures).flatMap((feature) => stringOf(feature) ?? []),
  };
}

/** What else tells entries of one platform apart: what they are, whether they go with another, and their annotations. */
function keyOf(entry: DescriptorParts): string {
  const artifactType = entry.artifactType === undefined ? '' : stringOf(entry.artifactType.value);
  return `${entry.type} ${artifactType}${distinctionOf(entry.annotations)}`;
}

const described = 'org.opencontainers.image.';
/** Keys of the specification that tell entries apart; its others describe them. */
const distinctive: ReadonlySet<string> = new Set(['title', 'version', 'ref.name']);

/** Entries of one platform may be meant to be chosen by annotations: zstd twins, packages, builds. */
function distinctionOf(annotations: JsonNode | undefined): string {
  let telling = '';
  for (const { name, value } of membersOf(annotations)) {
    if (name.startsWith(described) && !distinctive.has(name.slice(described.length))) continue;
    telling += ` ${name}=${stringOf(value)}`;
  }
  return telling;
}

function findingOf(platform: JsonNode, earlier: JsonNode): Finding {
  const asWritten = writtenOf(earlier);
  const isSpelledOtherwise = asWritten !== writtenOf(platform);
  const same = isSpelledOtherwise ? ` (the same as ${asWritten})` : '';
  const message = `Duplicate platform ${writtenOf(platform)}${same}. Clients pick the first match, so this entry is unreachable.`;
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'The entry that clients pick' }];
  return findingAtValue(platform, message, { clause: 'index-first-match-wins', related });
}

function writtenOf(platform: JsonNode): string {
  const parts = ['os', 'architecture', 'variant'].map((name) => stringAt(platform, name));
  return parts.filter((part) => part).join('/');
}
