import type { OciDocument } from '../../oci/document.ts';
import { platformKeyOf } from '../../oci/facts/normalised-platform.ts';
import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, membersOf, objectOf, spanOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { type DescriptorParts, descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { entriesOf, isLayoutIndex } from '../support/index-entries.ts';
import { oddMembersOf } from '../support/known-members.ts';
import { once } from '../support/once.ts';
import { platformsOf, type WrittenPlatform } from '../support/written-platforms.ts';
import { knownVariantOf } from '../text/member-name-case.ts';
import { memberMeantBy } from '../text/member-name-misspelled.ts';

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
    if (entriesOf(document).length < 2 || isLayoutIndex(document)) return;
    for (const entries of entriesByPlatform(document)) {
      if (entries.length < 2 || entries.length > mostTwins) continue;
      const first = new Map<string, { readonly platform: JsonNode; readonly digest: string | undefined }>();
      for (const entry of entries) {
        const key = keyOf(entry);
        const platform = entry.platform!.value!;
        if (isUnclear(document, platform)) continue;
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
const misspeltPlatforms = once((document): ReadonlySet<JsonNode> => {
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
  return isOfWrongType || misspeltPlatforms(document).has(platform);
}

/** An index with more entries than this for one platform is a catalogue, from which nobody takes the first that fits. */
const mostTwins = 64;

function entriesByPlatform(document: OciDocument): Iterable<readonly DescriptorParts[]> {
  const normalised = new Map<string, string>();
  const byPlatform = new Map<string, DescriptorParts[]>();
  // The platforms stand in the order of the descriptors that have one.
  const platforms = platformsOf(document)[Symbol.iterator]();
  for (const entry of descriptorPartsOf(document)) {
    if (entry.platform?.value?.type !== 'object') continue;
    const written: WrittenPlatform = platforms.next().value!;
    if (entry.role !== 'manifest' || !written.osName || !written.architectureName || written.osName === unknownPlatform)
      continue;
    const text = platformTextOf(written, normalised);
    const same = byPlatform.get(text);
    if (same === undefined) byPlatform.set(text, [entry]);
    else same.push(entry);
  }
  return byPlatform.values();
}

/** What else tells entries of one platform apart: what they are, whether they go with another, and their annotations. */
function keyOf(entry: DescriptorParts): string {
  const artifactType = entry.artifactType === undefined ? '' : stringOf(entry.artifactType.value);
  return `${entry.type} ${artifactType}${distinctionOf(entry.annotations)}`;
}

/** Thousands of entries have few platforms: each is normalised once. */
function platformTextOf(platform: WrittenPlatform, normalised: Map<string, string>): string {
  const os = platform.osName!;
  const architecture = platform.architectureName!;
  const variant = stringOf(platform.variant);
  const osVersion = stringOf(platform.osVersion);
  const features = platform.osFeatures && itemsOf(platform.osFeatures).flatMap((feature) => stringOf(feature) ?? []);
  const rest = osVersion === undefined && features === undefined ? '' : `/${osVersion}/${features}`;
  const written = `${os}/${architecture}/${variant}${rest}`;
  let text = normalised.get(written);
  if (text === undefined) {
    text = platformKeyOf({ os, architecture, variant, osVersion, osFeatures: features });
    normalised.set(written, text);
  }
  return text;
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
