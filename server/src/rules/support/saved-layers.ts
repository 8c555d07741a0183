import { type Content, isContent } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { below } from '../../content/uris.ts';
import { shortDigest } from '../../oci/digest.ts';
import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, Finding } from '../rule.ts';
import { findingAtValue } from './finding.ts';
import { actualCompressionOf } from './layer-packing.ts';
import { wordings } from './wording.ts';

/** The messages about saved layers. */
export const savedLayerTexts = {
  'layer-count': 'The config has {config} `diff_ids`, but `Layers` has {list}.',
  'diff-id': 'DiffID mismatch for layer {index}: rootfs.diff_ids has {expected}, the layer is {actual}.',
} as const;

const messages = wordings(savedLayerTexts);

/**
 * Whether the layers in `manifest.json` are those of its config. Like `docker load`, compares the digests of their
 * decompressed content. `root`: the folder that the paths are relative to and cannot leave.
 */
export async function* checkSavedLayers(
  { config, layers }: { readonly config: JsonNode; readonly layers: readonly JsonNode[] },
  root: string,
  { contents }: ContentReading,
  signal?: AbortSignal,
): AsyncIterable<Finding> {
  const content = await contentAt(config);
  const document = content && (await contents.documentOf(content, undefined, signal));
  const diffIds = itemsOf(valueOf(valueOf(document?.root, 'rootfs'), 'diff_ids'));
  if (document === undefined || diffIds.length !== layers.length) {
    yield findingAtValue(config, messages['layer-count']({ config: diffIds.length, list: layers.length }));
    return;
  }
  for (const [i, layer] of layers.entries()) {
    const expected = stringOf(diffIds[i]);
    const found = await diffIdOf(layer);
    if (found === undefined || expected === undefined || found === expected) continue;
    const digests = { expected: shortDigest(expected), actual: shortDigest(found) };
    yield findingAtValue(layer, messages['diff-id']({ index: i, ...digests }));
  }

  async function contentAt(node: JsonNode): Promise<Content | undefined> {
    const found = await fileContentOf(contents.files, below(root, ...(stringOf(node) ?? '').split('/')));
    return isContent(found) ? found : undefined;
  }

  /** Undefined for a link, which stands for another layer, and for a file that cannot be decompressed. */
  async function diffIdOf(node: JsonNode): Promise<string | undefined> {
    const layer = await contentAt(node);
    if (layer === undefined) return undefined;
    const compression = await actualCompressionOf(layer, signal);
    const hashed = await contents.hashUncompressed('sha256', layer, compression, signal).catch(() => undefined);
    signal?.throwIfAborted();
    return hashed && `sha256:${hashed.hex}`;
  }
}
