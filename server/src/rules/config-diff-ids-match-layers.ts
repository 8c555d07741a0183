import { compressionHeadSize, compressionOf } from '../content/compression.ts';
import { bytesOf, type Content } from '../content/content-store.ts';
import type { Target } from '../content/targets.ts';
import { TooLarge } from '../content/uncompressed.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { readDigest } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { isFileSystemLayerType } from '../oci/facts/image-layers.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { itemsOf, type JsonNode, memberOf, nameSpanOf, spanOf, stringOf, valueOf } from '../syntax/tree.ts';
import { bytesText } from './content-places.ts';
import { findingAtSpan, findingAtValue } from './finding.ts';
import type { ContentReading, ContentRule, Finding } from './rule.ts';
import { contentOf, targetDocumentOf } from './target-documents.ts';

/** An image's config has one `diff_ids` entry for each layer, in their order (image-spec config.md, `rootfs`, REQUIRED). */
export const configDiffIdsMatchLayers: ContentRule = {
  meta: {
    id: 'config-diff-ids-match-layers',
    title: "A config's diff_ids are those of the manifest's layers",
    kinds: ['manifest', 'docker-manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: ['config-diff-ids-order', 'config-diff-id-uncompressed'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    const target = reading.targets.find(({ written: { role } }) => role === 'config');
    const config = target && (await targetDocumentOf(target, reading, signal));
    const diffIds = valueOf(valueOf(config?.root, 'rootfs'), 'diff_ids');
    const layers = memberOf(reading.document.root, 'layers');
    if (config === undefined || layers?.value?.type !== 'array' || diffIds?.type !== 'array') return;
    const counts = [itemsOf(layers.value).length, itemsOf(diffIds).length] as const;
    if (counts[0] === counts[1]) {
      if (reading.depth === 'all') yield* checkDigests(reading, itemsOf(diffIds).map(stringOf), signal);
      return;
    }
    const message = `This manifest has ${counted(counts[0], 'layer')}, but its config has ${counted(counts[1], 'entry', 'entries')} in \`rootfs.diff_ids\`: there must be one for each layer.`;
    yield findingAtSpan(layers.value, nameSpanOf(layers), message, {
      clause: 'config-diff-ids-order',
      related: [relatedIn(config, counts[1])],
    });
  },
};

/** Unpacks each layer and hashes what comes out, piece by piece. */
async function* checkDigests(
  reading: ContentReading,
  diffIds: readonly (string | undefined)[],
  signal: AbortSignal | undefined,
): AsyncIterable<Finding> {
  for (const target of reading.targets) {
    const { written, value } = target;
    if (written.role !== 'layer' || !isFileSystemLayerType(value.mediaType)) continue;
    const diffId = readDigest(diffIds[written.position]);
    const content = contentOf(target);
    // What is not the content that was promised has a finding of its own.
    if (diffId === undefined || content === undefined || target.verdict.state === 'other-content') continue;
    const digest = valueOf(written.node, 'digest')!;
    let actual: string | undefined;
    try {
      actual = await diffIdOf(content, target, diffId.algorithm, reading, signal);
    } catch (error) {
      signal?.throwIfAborted();
      yield notUnpacked(digest, error);
      continue;
    }
    if (actual === undefined || actual === diffId.encoded) continue;
    const message = `Unpacked, this layer has the digest ${diffId.algorithm}:${actual}, but the config's \`rootfs.diff_ids\` has ${toDigestText(diffId)} at its place (${written.position}): runtimes refuse the image.`;
    yield findingAtValue(digest, message, { clause: 'config-diff-id-uncompressed' });
  }
}

function notUnpacked(digest: JsonNode, error: unknown): Finding {
  if (error instanceof TooLarge) {
    const message = `This layer unpacks to more than ${bytesText(error.limit)}, and was not followed further: its entry in \`diff_ids\` is not checked.`;
    return findingAtValue(digest, message, { severity: 'warning' });
  }
  const why = error instanceof Error ? error.message : String(error);
  const message = `This layer cannot be unpacked (${why}), so its entry in \`diff_ids\` cannot be right.`;
  return findingAtValue(digest, message, { clause: 'config-diff-id-uncompressed' });
}

/** The digest of a layer's uncompressed bytes; undefined where it cannot be told. */
async function diffIdOf(
  content: Content,
  { value, verdict }: Target,
  algorithm: string,
  { contents }: ContentReading,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const head = await bytesOf({ ...content, size: Math.min(content.size, compressionHeadSize) }, signal);
  const compression = compressionOf(head);
  // A plain layer was hashed already.
  if (compression === 'none' && verdict.state === 'same' && value.digest.algorithm === algorithm) {
    return value.digest.encoded;
  }
  return (await contents.hashUncompressed(algorithm, content, compression, signal))?.hex;
}

function relatedIn(config: OciDocument, count: number) {
  const node = valueOf(valueOf(config.root, 'rootfs'), 'diff_ids')!;
  return {
    uri: config.uri,
    lines: config.json.lines,
    span: spanOf(node),
    pointer: pointerOf(node),
    message: `\`diff_ids\` has ${counted(count, 'entry', 'entries')}.`,
  };
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
