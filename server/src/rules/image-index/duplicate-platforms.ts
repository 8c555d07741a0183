import type { OciDocument } from '../../oci/document.ts';
import { platformKeyOf } from '../../oci/facts/normalized-platform.ts';
import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, membersOf, objectOf, spanOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { talliedByForm } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { isLayoutIndex } from '../support/index-entries.ts';
import { oddMembersOf } from '../support/known-members.ts';
import { knownVariantOf, memberMeantBy } from '../support/member-typos.ts';
import { once } from '../support/once.ts';
import { inOrderOfFirsts } from '../support/tally.ts';
import { wording } from '../support/wording.ts';
import { platformAt, type WrittenPlatform } from '../support/written-platforms.ts';

const message = wording(
  'Duplicate platform {platform}{same}. Clients pick the first match, so this entry is unreachable.',
);

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
    messages: { default: message },
  },
  reads: ['mediaType', 'digest', 'annotations', 'artifactType', 'platform'],
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
        // Either way, clients get the same manifest.
        else if (earlier.digest !== stringOf(entry.digest)) yield findingOf(platform, earlier.platform);
      }
    }
  },
};

/** Properties that distinguish platforms of one system and architecture. */
const telling: readonly string[] = ['variant', 'os.version', 'os.features'];

/** Platforms in which such a name is misspelled, which another rule reports. */
const misspelledPlatforms = once((document): ReadonlySet<JsonNode> => {
  const meant = oddMembersOf(document).filter((odd) =>
    telling.includes(knownVariantOf(odd) ?? memberMeantBy(odd)?.name ?? ''),
  );
  return new Set(meant.map(({ member }) => objectOf(member)));
});

/** Whether a finding about a platform would only follow from another mistake in it. */
function isUnclear(document: OciDocument, platform: JsonNode): boolean {
  const isOfWrongType = telling.some((name) => {
    const value = valueOf(platform, name);
    return value !== undefined && value.type !== (name === 'os.features' ? 'array' : 'string');
  });
  return isOfWrongType || misspelledPlatforms(document).has(platform);
}

/** An index with more entries than this for one platform is a catalog, from which nobody picks the first match. */
const maxTwins = 64;

/** Entries whose platforms mean the same. Thousands of entries have few platforms, so they are grouped as written first. */
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
    if (count > 1 && count <= maxTwins) groups.push(tally.ofAll(written));
  }
  return inOrderOfFirsts(groups);
}

const entriesByWrittenPlatform = talliedByForm((entry) => {
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

/** What else distinguishes entries of one platform: their types and their annotations. */
function keyOf(entry: DescriptorParts): string {
  const artifactType = entry.artifactType === undefined ? '' : stringOf(entry.artifactType.value);
  return `${entry.type} ${artifactType}${distinctionOf(entry.annotations)}`;
}

const described = 'org.opencontainers.image.';
/** Keys of the specification that distinguish entries; its others describe them. */
const distinctive: ReadonlySet<string> = new Set(['title', 'version', 'ref.name']);

/** Clients may choose among entries of one platform by annotations: zstd twins, packages, builds. */
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
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'The entry that clients pick' }];
  return findingAtValue(platform, message({ platform: writtenOf(platform), same }), {
    clause: 'index-first-match-wins',
    related,
  });
}

function writtenOf(platform: JsonNode): string {
  const parts = ['os', 'architecture', 'variant'].map((name) => stringAt(platform, name));
  return parts.filter((part) => part).join('/');
}
