import { erofsChunkIndex, isErofsType } from '../../oci/erofs.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { type JsonNode, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, findingMissing, quoted } from '../support/finding.ts';

const prefix = 'org.erofs.';
const roles: readonly string[] = ['device', 'overlay-lower', 'overlay-data'];

/** What the draft of EROFS layers asks of a manifest. A draft is no reason for an error. */
export const erofsLayersInconsistent: DocumentRule = {
  meta: {
    id: 'erofs-layers-inconsistent',
    title: 'EROFS layers are inconsistent',
    kinds: ['manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  reads: ['mediaType', 'digest', 'annotations'],
  *check(document) {
    const layers = layersOf(document);
    if (!layers.some(isErofs)) return;
    yield* checkFamily(layers);
    for (const [index, layer] of layers.entries()) {
      if (!isErofs(layer)) continue;
      yield* checkOrder(layer, index, layers.length);
      yield* checkDigest(layer);
      yield* checkTarget(layer, layers[index - 1]);
      yield* checkVerity(layer);
    }
  },
};

function isErofs({ type = '' }: DescriptorParts): boolean {
  return isErofsType(type);
}

function annotation({ annotations }: DescriptorParts, name: string): JsonNode | undefined {
  return valueOf(annotations, prefix + name);
}

function* checkFamily(layers: readonly DescriptorParts[]): Iterable<Finding> {
  const tar = layers.find(({ type = '' }) => isFileSystemLayerType(type));
  if (tar?.mediaType === undefined) return;
  const message = 'EROFS and tar layers are mixed, which the EROFS draft leaves undefined.';
  yield findingAtValue(tar.mediaType, message, { severity: 'information' });
}

/** The last layer is the one to mount, and a chunk index follows the layer that it is for and precedes another. */
function* checkOrder(layer: DescriptorParts, index: number, count: number): Iterable<Finding> {
  const isLast = index === count - 1;
  if (layer.type === erofsChunkIndex && layer.mediaType !== undefined) {
    if (index === 0) yield findingAtValue(layer.mediaType, 'Chunk index is the first layer (EROFS draft).');
    else if (isLast) yield findingAtValue(layer.mediaType, 'Chunk index is the last layer (EROFS draft).');
  }
  const node = annotation(layer, 'role');
  const role = stringOf(node);
  if (node === undefined || role === undefined) return;
  if (!roles.includes(role)) {
    yield findingAtValue(node, `Unknown EROFS role ${quoted(role)}. Use ${roles.join(', ')} or none.`);
  } else if (isLast && role !== 'overlay-lower') {
    yield findingAtValue(node, `The last layer cannot have the role "${role}" (EROFS draft).`);
  }
}

/** The digest of the unpacked image: a raw layer's own, and good to have on a compressed one. */
function* checkDigest(layer: DescriptorParts): Iterable<Finding> {
  if (layer.type === erofsChunkIndex) return;
  const node = annotation(layer, 'uncompressed-digest');
  if (layer.type?.endsWith('+zstd')) {
    if (node !== undefined) return;
    const message = 'Compressed EROFS layer should have `org.erofs.uncompressed-digest` (EROFS draft).';
    yield findingMissing(layer.node, `${prefix}uncompressed-digest`, message, { severity: 'hint' });
    return;
  }
  const digest = stringOf(node);
  if (node === undefined || digest === undefined || digest === stringOf(layer.digest)) return;
  yield findingAtValue(node, 'Layer is not compressed, so this must be its `digest` (EROFS draft).');
}

function* checkTarget(layer: DescriptorParts, before: DescriptorParts | undefined): Iterable<Finding> {
  const node = annotation(layer, 'chunk-index.target');
  const target = stringOf(node);
  if (node === undefined || target === undefined || layer.type !== erofsChunkIndex) return;
  if (before === undefined || target === stringOf(before.digest)) return;
  yield findingAtValue(node, 'Target is not the digest of the layer before this one (EROFS draft).');
}

function* checkVerity(layer: DescriptorParts): Iterable<Finding> {
  const node = annotation(layer, 'dmverity.hash_offset');
  const [offset, size] = [stringOf(node), stringAt(layer.annotations, `${prefix}dmverity.block_size`)];
  if (node === undefined || !isDecimal(offset) || !isDecimal(size) || BigInt(size) === 0n) return;
  if (BigInt(offset) % BigInt(size) === 0n) return;
  yield findingAtValue(node, `Hash offset ${offset} is not a multiple of the block size ${size} (EROFS draft).`);
}

/** Bounded: a file offset has 64 bits. */
function isDecimal(text: string | undefined): text is string {
  return text !== undefined && /^[0-9]{1,20}$/.test(text);
}
