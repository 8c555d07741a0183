import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf, tagOf } from '../../oci/index-entry.ts';
import { platformTextOf } from '../../oci/platform-text.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import type { Change, Location } from './change.ts';
import { isConfig, isIncidentalInConfig, isIndex, isManifest } from './compared-kinds.ts';
import { type Comparison, type Side, sideBelow, tell } from './comparison.ts';
import { derived, descriptorChanges, ofRebuild, unreadChange, wholeChange } from './descriptor-changes.ts';
import { jsonChanges } from './json-difference.ts';
import { kindChange } from './kind-change.ts';
import { compareManifests } from './manifest-changes.ts';
import { pairUp } from './pairing.ts';
import { compareStored } from './stored-changes.ts';

/** A pair of documents to compare, and their position in the whole. */
interface Pair {
  readonly a: Side;
  readonly b: Side;
  readonly scope: readonly string[];
  /** Below an index: its subject follows from changes reported elsewhere. */
  readonly isNested: boolean;
  /** Same digest on both sides, followed only to compare what is stored. */
  readonly isSame?: boolean;
}

/** Maximum depth, because indexes can reference each other. Real ones are never this deep. */
const maxDepth = 20;

/** Compares two documents and everything they reference. */
export async function compareDocuments(a: Side, b: Side, comparison: Comparison): Promise<void> {
  const [one, other] = [await onlyImageOf(a, b), await onlyImageOf(b, a)];
  const waiting: Pair[] = [{ a: one, b: other, scope: [], isNested: false }];
  const seen = new Set<string>();
  for (const pair of waiting) {
    comparison.signal?.throwIfAborted();
    const key = `${pair.a.document.uri} ${pair.b.document.uri}`;
    if (seen.has(key) || pair.scope.length > maxDepth) continue;
    seen.add(key);
    waiting.push(...(await comparePair(pair, comparison)));
  }
}

/** When compared with a manifest, an index with a single image is replaced by that image. */
async function onlyImageOf(side: Side, other: Side): Promise<Side> {
  if (!isIndex(side.document) || !isManifest(other.document)) return side;
  const images = side.document.descriptors.filter(
    (one) => one.role === 'manifest' && attestedDigestOf(one) === undefined,
  );
  const [image] = images;
  return (images.length === 1 && image !== undefined ? await sideBelow(image, side) : undefined) ?? side;
}

async function comparePair(pair: Pair, comparison: Comparison): Promise<readonly Pair[]> {
  const { a, b, scope } = pair;
  if (a.document.uri === b.document.uri) return [];
  if (partOf(a.document) !== partOf(b.document)) {
    comparison.changes.push(kindChange(a.document, b.document, { scope, part: 'document' }));
    return [];
  }
  const before = comparison.changes.length;
  const next = isIndex(a.document) && isIndex(b.document) ? await compareEntries(pair, comparison) : [];
  if (isManifest(a.document) && isManifest(b.document)) await compareManifests(pair, comparison);
  if (a.document.json.text !== b.document.json.text) compareOwn(pair, comparison);
  // False only if the bytes differ but nothing else does.
  const isListed =
    comparison.changes.length > before ||
    next.some(({ isSame }) => !isSame) ||
    a.document.json.text === b.document.json.text;
  if (!isListed)
    comparison.changes.push({
      kind: 'changed',
      aspect: 'encoding',
      scope,
      part: partOf(b.document),
      isIncidental: true,
    });
  return next;
}

function partOf(document: OciDocument): string {
  return isIndex(document) ? 'index' : isManifest(document) ? 'manifest' : isConfig(document) ? 'config' : 'document';
}

/** Differences in the documents themselves, without what they reference. */
function compareOwn({ a, b, scope, isNested }: Pair, comparison: Comparison): void {
  const isBoth = (is: (document: OciDocument) => boolean) => is(a.document) && is(b.document);
  const [isOfIndexes, isOfManifests, isOfConfigs] = [isBoth(isIndex), isBoth(isManifest), isBoth(isConfig)];
  const skips = ([first, second = '']: readonly string[]): boolean =>
    (isOfIndexes && first === 'manifests') ||
    (isOfManifests && (first === 'layers' || first === 'blobs' || (first === 'config' && derived.has(second)))) ||
    (isNested && first === 'subject' && derived.has(second));
  const found = jsonChanges(a.document.root, b.document.root, {
    scope,
    part: partOf(b.document),
    skips,
    isIncidental: isOfConfigs ? isIncidentalInConfig : ofRebuild,
  });
  tell(comparison, found);
}

async function compareEntries({ a, b, scope }: Pair, comparison: Comparison): Promise<readonly Pair[]> {
  const [before, after] = [entriesOf(a.document), entriesOf(b.document)];
  comparison.isOfSeveral ||= Math.max(before.length, after.length) > 1;
  const { pairs, removed, added } = pairUp(before, after, {
    sameKey: ({ key }) => key,
    likeKey: ({ digest }) => digest,
    inOrder: true,
  });
  const location = { scope, part: 'index' };
  for (const at of removed)
    comparison.changes.push(wholeChange('removed', before[at]?.written, location, before[at]?.name));
  for (const at of added) comparison.changes.push(wholeChange('added', after[at]?.written, location, after[at]?.name));
  const next: Pair[] = [];
  for (const pair of pairs) {
    const [one, other] = [before[pair.a], after[pair.b]];
    if (one === undefined || other === undefined) continue;
    const below = [...scope, ...(other.name === '' ? [] : [other.name])];
    if (pair.isMoved)
      comparison.changes.push({
        kind: 'moved',
        aspect: 'entry',
        ...location,
        ...(other.name === '' ? {} : { name: other.name }),
        after: other.name || shortDigest(other.digest),
        isIncidental: false,
      });
    const moved = movedTag(one, other, before, { scope: below, part: 'entry' });
    if (moved !== undefined) comparison.changes.push(moved);
    tell(comparison, descriptorChanges(one.written, other.written, { scope: below, part: 'entry' }));
    const isSame = one.digest === other.digest;
    const stored = { scope: below, part: 'manifest' };
    if (isSame && (await compareStored([one.written, a], [other.written, b], stored, comparison))) continue;
    const [sideA, sideB] = [await sideBelow(one.written, a), await sideBelow(other.written, b)];
    if (sideA !== undefined && sideB !== undefined)
      next.push({ a: sideA, b: sideB, scope: below, isNested: true, isSame });
    else if (!isSame) comparison.changes.push(unreadChange(one.written, other.written, stored));
  }
  return next;
}

/** A tag that has moved to an entry that already existed. */
function movedTag(one: Entry, other: Entry, before: readonly Entry[], location: Location): Change | undefined {
  const tag = tagOf(other.written);
  if (tag === undefined || tagOf(one.written) !== tag || one.digest === other.digest) return undefined;
  const known = before.find(({ digest, name }) => digest === other.digest && name !== one.name);
  if (known === undefined) return undefined;
  const after = [known.name, shortDigest(other.digest)].filter(Boolean).join(' ');
  return { kind: 'moved', aspect: 'tag', ...location, before: shortDigest(one.digest), after, isIncidental: false };
}

interface Entry {
  readonly written: WrittenDescriptor;
  readonly digest: string;
  /** Display name; empty if there is none. */
  readonly name: string;
  /** Matches entries between the two indexes. */
  readonly key: string;
}

function entriesOf(index: OciDocument): readonly Entry[] {
  const entries = index.descriptors.filter(({ role }) => role === 'manifest');
  const platforms = new Map(
    entries.map(({ node }) => [stringAt(node, 'digest') ?? '', platformTextOf(valueOf(node, 'platform'))]),
  );
  const counts = new Map<string, number>();
  return entries.map((written) => {
    const { node } = written;
    const attested = attestedDigestOf(written);
    const platform = platformTextOf(valueOf(node, 'platform'));
    const name =
      attested === undefined
        ? [tagOf(written), platform].filter(Boolean).join(' ') || (stringAt(node, 'artifactType') ?? '')
        : `attestation of ${platforms.get(attested) ?? shortDigest(attested)}`;
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return { written, digest: stringAt(node, 'digest') ?? '', name, key: name === '' ? '' : `${name} ${count}` };
  });
}
