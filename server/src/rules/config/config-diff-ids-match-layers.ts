import type { Compression } from '../../content/archive/compression.ts';
import type { Content } from '../../content/stores/content-store.ts';
import type { Target } from '../../content/stores/targets.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { type Digest, readDigest, shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { counted } from '../../protocol/counted.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, memberOf, nameSpanOf, placeOf, spanOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, ContentRule, Finding } from '../rule.ts';
import { relatedFile } from '../support/content-locations.ts';
import { findingAtSpan, findingAtValue } from '../support/finding.ts';
import { actualCompressionOf, statedCompressionOf } from '../support/layer-packing.ts';
import { contentOf, targetDocumentOf } from '../support/target-documents.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  count: 'DiffID count mismatch: {layers}, {entries} in `rootfs.diff_ids`.',
  mismatch: 'DiffID mismatch for layer {index}: `rootfs.diff_ids` has {expected}, the uncompressed layer is {actual}.',
  reordered: '`rootfs.diff_ids` lists layers {layers} in another order.',
  compressed: 'DiffID of layer {index} is the digest of a compressed layer.',
  'compressed-read':
    'DiffID of layer {index} is the digest of a compressed layer. Use {actual}, that of the uncompressed one.',
});

/** An image config has one `diff_ids` entry per layer, in the order of the layers (image-spec config.md, `rootfs`, REQUIRED). */
export const configDiffIdsMatchLayers: ContentRule = {
  meta: {
    id: 'config-diff-ids-match-layers',
    title: '`diff_ids` do not match the layers',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: [
      'config-diff-ids-order',
      'config-diff-id-uncompressed',
      'config-diff-id-not-layer-digest',
      'manifest-layers-base-first',
      'manifest-layers-stack-order',
    ],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    const target = reading.targets.find(({ written: { role } }) => role === 'config');
    const config = target && (await targetDocumentOf(target, reading, signal));
    const diffIds = valueOf(valueOf(config?.root, 'rootfs'), 'diff_ids');
    const layers = memberOf(reading.document.root, 'layers');
    if (config === undefined || layers?.value?.type !== 'array' || diffIds?.type !== 'array') return;
    const counts = [itemsOf(layers.value).length, itemsOf(diffIds).length] as const;
    if (counts[0] === counts[1]) {
      yield* checkDigests(reading, itemsOf(diffIds).map(stringOf), signal);
      return;
    }
    const message = messages.count({
      layers: counted(counts[0], 'layer'),
      entries: counted(counts[1], 'entry', 'entries'),
    });
    yield findingAtSpan(layers.value, nameSpanOf(layers), message, {
      clause: 'config-diff-ids-order',
      related: [relatedIn(config, diffIds, counts[1])],
    });
  },
};

/** A layer whose content is read. */
interface Layer {
  readonly target: Target;
  readonly content: Content;
  readonly compression: Compression;
}

/** Decompresses and hashes each layer if all content is read; otherwise compares the written digests. */
async function* checkDigests(
  reading: ContentReading,
  diffIds: readonly (string | undefined)[],
  signal: AbortSignal | undefined,
): AsyncIterable<Finding> {
  const packed = new Set(reading.targets.filter(isPacked).map(({ value }) => toDigestText(value.digest)));
  const mismatches: Mismatch[] = [];
  for (const target of reading.targets) {
    const { written, value } = target;
    if (written.role !== 'layer' || !isFileSystemLayerType(value.mediaType) || isEncrypted(value.mediaType)) continue;
    const diffId = readDigest(diffIds[written.position]);
    const content = contentOf(target);
    // descriptor-digest-matches reports other content.
    if (diffId === undefined || target.verdict.state === 'other-content') continue;
    const digest = placeOf(written.node, 'digest');
    if (content === undefined || reading.depth !== 'all') {
      if (await isMixedUp(target, diffId, packed, signal)) yield mixedUp(digest, written.position);
      continue;
    }
    const layer: Layer = { target, content, compression: await actualCompressionOf(content, signal) };
    let actual: string | undefined;
    try {
      actual = await diffIdOf(layer, diffId.algorithm, reading, signal);
    } catch {
      // Another rule reports a layer that cannot be decompressed.
      signal?.throwIfAborted();
      continue;
    }
    if (actual === undefined || actual === diffId.encoded) continue;
    if (await isCompressedTwice(layer, reading, signal)) continue;
    const [expected, found] = [toDigestText(diffId), `${diffId.algorithm}:${actual}`];
    mismatches.push({ digest, index: written.position, expected, found, content });
  }
  const inOtherOrder = new Set(reorderedAmong(mismatches));
  if (inOtherOrder.size > 0) yield reordered([...inOtherOrder]);
  for (const mismatch of mismatches)
    if (!inOtherOrder.has(mismatch)) yield mismatched(mismatch, packed.has(mismatch.expected));
}

/** A layer whose DiffID is wrong. */
interface Mismatch {
  readonly digest: JsonNode;
  readonly index: number;
  readonly expected: string;
  readonly found: string;
  readonly content: Content;
}

/** The layers that have each other's DiffIDs. The others are wrong in another way. */
function reorderedAmong(mismatches: readonly Mismatch[]): readonly Mismatch[] {
  const expected = new Set(mismatches.map((one) => one.expected));
  const found = new Set(mismatches.map((one) => one.found));
  const among = mismatches.filter((one) => found.has(one.expected) && expected.has(one.found));
  const [before, after] = [among.map((one) => one.expected), among.map((one) => one.found)];
  return `${before.toSorted()}` === `${after.toSorted()}` ? among : [];
}

function reordered(mismatches: readonly Mismatch[]): Finding {
  const [first] = mismatches as readonly [Mismatch];
  const entry = mismatches.find(({ expected }) => expected === first.found)?.index;
  const message = messages.reordered({ layers: mismatches.map(({ index }) => index).join(', ') });
  return findingAtValue(first.digest, message, {
    clause: 'config-diff-ids-order',
    related: relatedFile(first.content, `Entry ${entry} of \`diff_ids\` is the DiffID of layer ${first.index}.`),
  });
}

function mismatched({ digest, index, expected, found, content }: Mismatch, isOfCompressed: boolean): Finding {
  const values = { index, expected: shortDigest(expected), actual: shortDigest(found) };
  const message = isOfCompressed ? messages['compressed-read'](values) : messages.mismatch(values);
  return findingAtValue(digest, message, {
    clause: isOfCompressed ? 'config-diff-id-not-layer-digest' : 'config-diff-id-uncompressed',
    digests: [expected, found],
    related: relatedFile(content, `The uncompressed layer is ${found}.`),
  });
}

/** Whether a DiffID is the digest of a compressed layer, as far as that is known without decompressing it. */
async function isMixedUp(
  target: Target,
  diffId: Digest,
  packed: ReadonlySet<string>,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (!packed.has(toDigestText(diffId))) return false;
  const content = contentOf(target);
  // The digest of an uncompressed layer is its DiffID, whatever its type says: then the type is wrong.
  return content === undefined || (await actualCompressionOf(content, signal)) !== 'none';
}

function isPacked({ written, value }: Target): boolean {
  return written.role === 'layer' && (statedCompressionOf(value.mediaType) ?? 'none') !== 'none';
}

function mixedUp(digest: JsonNode, position: number): Finding {
  const message = messages.compressed({ index: position });
  return findingAtValue(digest, message, { clause: 'config-diff-id-not-layer-digest', severity: 'warning' });
}

/** Its content is unknown. */
function isEncrypted(mediaType: string): boolean {
  return mediaType.endsWith('+encrypted');
}

/** The digest of a layer's uncompressed bytes, or undefined if it cannot be determined. */
async function diffIdOf(
  { target: { value, verdict }, content, compression }: Layer,
  algorithm: string,
  { contents }: ContentReading,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  // An uncompressed layer was hashed already.
  if (compression === 'none' && verdict.state === 'same' && value.digest.algorithm === algorithm) {
    return value.digest.encoded;
  }
  return (await contents.hashUncompressed(algorithm, content, compression, signal))?.hex;
}

/** layer-archive reports such a layer, if its type is right. Its DiffID is likely that of the tar in it. */
async function isCompressedTwice(
  { target, content, compression }: Layer,
  { contents }: ContentReading,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (compression !== statedCompressionOf(target.value.mediaType)) return false;
  const archive = await contents.layerArchiveOf(content, compression, signal);
  const inner = archive !== undefined && 'fault' in archive ? archive.fault?.compression : undefined;
  return inner !== undefined && inner !== 'none';
}

function relatedIn(config: OciDocument, node: JsonNode, count: number) {
  return {
    uri: config.uri,
    lines: config.json.lines,
    span: spanOf(node),
    pointer: pointerOf(node),
    message: `\`diff_ids\` has ${counted(count, 'entry', 'entries')}.`,
  };
}
