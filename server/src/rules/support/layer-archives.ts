import type { Compression } from '../../content/archive/compression.ts';
import type { LayerArchive, Remark, Remarked } from '../../content/archive/layer-archive.ts';
import type { NotUnpacked } from '../../content/archive/survey.ts';
import type { Content } from '../../content/stores/content-store.ts';
import type { Target, Verdict } from '../../content/stores/targets.ts';
import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { emptyContent } from '../../oci/empty.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { grouped } from '../../protocol/counted.ts';
import { placeOf } from '../../syntax/tree.ts';
import type { ContentReading, Finding } from '../rule.ts';
import { findingAtValue, quoted } from './finding.ts';
import { actualCompressionOf, statedCompressionOf } from './layer-packing.ts';
import { contentOf } from './target-documents.ts';
import type { Message } from './wording.ts';

/** A layer with its contents. */
export interface ReadLayer<Read = LayerArchive> {
  readonly written: WrittenDescriptor;
  readonly mediaType: string;
  readonly archive: Read;
  /** Whether the manifest is that of an image. Artifacts use these layer types, too. */
  readonly isOfImage: boolean;
  /** The content, compressed as the media type says. */
  readonly content: Content;
  readonly compression: Compression;
}

/**
 * The file system layers of a manifest with their contents, or why these are unknown, if all content is read. Other
 * rules report layers that do not match their digest or their type.
 */
export async function* layersIn(
  reading: ContentReading,
  signal?: AbortSignal,
): AsyncIterable<ReadLayer<LayerArchive | NotUnpacked>> {
  if (reading.depth !== 'all') return;
  const isOfImage = reading.targets.some(isImageConfig);
  for (const target of reading.targets) {
    const { written, value, verdict } = target;
    const stated = written.role === 'layer' ? statedCompressionOf(value.mediaType) : undefined;
    const content = isAsPromised(verdict) ? contentOf(target) : undefined;
    if (stated === undefined || content === undefined || content.size === 0) continue;
    if ((await actualCompressionOf(content, signal)) !== stated) continue;
    const archive = await reading.contents.layerArchiveOf(content, stated, signal);
    if (archive !== undefined)
      yield { written, mediaType: value.mediaType, archive, isOfImage, content, compression: stated };
  }
}

/** The same for images only, with the remarks about each layer. */
export async function* remarkedLayersIn(
  reading: ContentReading,
  remarks: readonly Remark[],
  signal?: AbortSignal,
): AsyncIterable<ReadLayer & { readonly found: ReadonlyMap<Remark, Remarked> }> {
  for await (const { archive, ...layer } of layersIn(reading, signal)) {
    if ('reason' in archive) continue;
    const found = new Map([...archive.remarks].filter(([remark]) => remarks.includes(remark)));
    if (layer.isOfImage && found.size > 0) yield { ...layer, archive, found };
  }
}

/** The same for one remark, in words: the first entry, and how many more there are. */
export async function* layersRemarkedAs(
  remark: Remark,
  reading: ContentReading,
  signal?: AbortSignal,
): AsyncIterable<ReadLayer & { readonly which: string }> {
  for await (const { found, ...layer } of remarkedLayersIn(reading, [remark], signal))
    for (const remarked of found.values()) yield { ...layer, which: remarkedText(remarked) };
}

/** A finding about the contents of a layer, at its digest. */
export function findingInLayer(
  { written }: Pick<ReadLayer, 'written'>,
  message: Message,
  details: Partial<Finding> = {},
): Finding {
  return findingAtValue(placeOf(written.node, 'digest'), message, details);
}

/** The path of an entry, quoted, and how many more there are. */
export function remarkedText({ first, count }: Remarked): string {
  return count === 1 ? quoted(first) : `${quoted(first)} (and ${grouped(count - 1)} more)`;
}

/** Old clients wrote artifacts with an image's config type and an empty config. */
function isImageConfig({ written, value: { mediaType, digest } }: Target): boolean {
  const kind = written.role === 'config' ? kindOfMediaType(mediaType) : undefined;
  const isEmpty = toDigestText(digest) === emptyContent.digests.sha256;
  return hasTraits(kind, 'is-image-config') && !isEmpty;
}

function isAsPromised(verdict: Verdict): boolean {
  return verdict.state === 'same' || verdict.state === 'unread' || (verdict.state === 'other-size' && verdict.isHashed);
}
