import { erofsChunkIndex, isErofsType } from '../../oci/erofs.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { type JsonNode, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, findingMissing, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const prefix = 'org.erofs.';
const roles: readonly string[] = ['device', 'overlay-lower', 'overlay-data'];

const messages = wordings({
  mixed: 'EROFS and tar layers are mixed, which the EROFS draft leaves undefined.',
  'first-chunk-index': 'Chunk index is the first layer (EROFS draft).',
  'last-chunk-index': 'Chunk index is the last layer (EROFS draft).',
  'unknown-role': 'Unknown EROFS role {role}. Use {roles} or none.',
  'last-role': 'The last layer cannot have the role {role} (EROFS draft).',
  'no-digest': 'Compressed EROFS layer should have `org.erofs.uncompressed-digest` (EROFS draft).',
  digest: 'Layer is not compressed, so this must be its `digest` (EROFS draft).',
  target: 'Target is not the digest of the layer before this one (EROFS draft).',
  offset: 'Hash offset {offset} is not a multiple of the block size {size} (EROFS draft).',
});

/** What the draft of EROFS layers requires of a manifest. A draft does not justify an error. */
export const erofsLayersInconsistent: DocumentRule = {
  meta: {
    id: 'erofs-layers-inconsistent',
    title: 'EROFS layers are inconsistent',
    kinds: ['manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
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
  yield findingAtValue(tar.mediaType, messages.mixed, { severity: 'information' });
}

/** The last layer is the one to mount. A chunk index follows its layer and precedes another. */
function* checkOrder(layer: DescriptorParts, index: number, count: number): Iterable<Finding> {
  const isLast = index === count - 1;
  if (layer.type === erofsChunkIndex && layer.mediaType !== undefined) {
    if (index === 0) yield findingAtValue(layer.mediaType, messages['first-chunk-index']);
    else if (isLast) yield findingAtValue(layer.mediaType, messages['last-chunk-index']);
  }
  const node = annotation(layer, 'role');
  const role = stringOf(node);
  if (node === undefined || role === undefined) return;
  if (!roles.includes(role)) {
    yield findingAtValue(node, messages['unknown-role']({ role: quoted(role), roles: roles.join(', ') }));
  } else if (isLast && role !== 'overlay-lower') {
    yield findingAtValue(node, messages['last-role']({ role: quoted(role) }));
  }
}

/** The digest of the decompressed layer: the layer's own if uncompressed, recommended if compressed. */
function* checkDigest(layer: DescriptorParts): Iterable<Finding> {
  if (layer.type === erofsChunkIndex) return;
  const node = annotation(layer, 'uncompressed-digest');
  if (layer.type?.endsWith('+zstd')) {
    if (node !== undefined) return;
    yield findingMissing(layer.node, `${prefix}uncompressed-digest`, messages['no-digest'], { severity: 'hint' });
    return;
  }
  const digest = stringOf(node);
  if (node === undefined || digest === undefined || digest === stringOf(layer.digest)) return;
  yield findingAtValue(node, messages.digest);
}

function* checkTarget(layer: DescriptorParts, before: DescriptorParts | undefined): Iterable<Finding> {
  const node = annotation(layer, 'chunk-index.target');
  const target = stringOf(node);
  if (node === undefined || target === undefined || layer.type !== erofsChunkIndex) return;
  if (before === undefined || target === stringOf(before.digest)) return;
  yield findingAtValue(node, messages.target);
}

function* checkVerity(layer: DescriptorParts): Iterable<Finding> {
  const node = annotation(layer, 'dmverity.hash_offset');
  const [offset, size] = [stringOf(node), stringAt(layer.annotations, `${prefix}dmverity.block_size`)];
  if (node === undefined || !isDecimal(offset) || !isDecimal(size) || BigInt(size) === 0n) return;
  if (BigInt(offset) % BigInt(size) === 0n) return;
  yield findingAtValue(node, messages.offset({ offset, size }));
}

/** Bounded, because a file offset has 64 bits. */
function isDecimal(text: string | undefined): text is string {
  return text !== undefined && /^[0-9]{1,20}$/.test(text);
}
