import type { WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { configLayersOf } from '../../oci/image-layers.ts';
import { stringAt } from '../../syntax/tree.ts';
import { isContent, isRefusal } from '../stores/content-store.ts';
import type { Contents } from '../stores/contents.ts';
import { createRecent } from '../stores/recent.ts';
import type { LayerIndex } from './layer-index.ts';
import { LayerRefused, type Layers } from './layers.ts';
import { type MergedTree, mergeLayers } from './merged-tree.ts';

/** A layer of an image. */
export interface ImageLayer {
  /** URI of the layer's file; absent if it is not available. */
  readonly uri?: string;
  /** The command that created it, from the image history. */
  readonly createdBy?: string;
  readonly index?: LayerIndex;
  /** Why the layer's files are unknown or incomplete. */
  readonly problem?: string;
}

/** The files of an image, by layer and merged. */
export interface ImageFiles {
  readonly layers: readonly ImageLayer[];
  readonly merged: MergedTree;
}

/** Reads the files of an image. Results are cached until the layers change. */
export type FilesOfImages = (manifest: OciDocument, signal?: AbortSignal) => Promise<ImageFiles>;

/** Beyond what any runtime can mount. */
const maxLayers = 1000;

/** Limits memory: tree nodes of all layers of an image. */
const maxNodes = 1_500_000;

/** `isLayer`: whether a descriptor is a file system layer. */
export function filesOfImages(
  layers: Layers,
  contents: Contents,
  isLayer: (written: WrittenDescriptor) => boolean,
): FilesOfImages {
  const known = createRecent<ImageFiles>(maxNodes, weightOf);

  async function readLayer(written: WrittenDescriptor, near: string, signal: AbortSignal): Promise<ImageLayer> {
    const found = await contents.find(written, near);
    if (found === undefined) return { problem: 'missing' };
    if (isRefusal(found) || found.uri === undefined) return { problem: 'not a regular file' };
    const { uri } = found;
    if (!isLayer(written)) return { uri, problem: 'not a tar archive' };
    try {
      const index = await layers.index(uri, signal);
      return { uri, index, ...(index.problem === undefined ? {} : { problem: index.problem }) };
    } catch (error) {
      if (error instanceof LayerRefused) return { uri, problem: error.message };
      throw error;
    }
  }

  return async (manifest, signal) => {
    const written = manifest.descriptors.filter(({ role }) => role === 'layer').slice(0, maxLayers);
    const found = await Promise.all(written.map((one) => contents.find(one, manifest.uri).catch(() => undefined)));
    const keys = found.map((content) => (!isContent(content) ? '' : content.key));
    const key = [manifest.uri, ...keys].join('\n');
    const make = async (stop: AbortSignal): Promise<ImageFiles> => {
      const createdBy = await historyOf(manifest, contents);
      const read: ImageLayer[] = [];
      let nodes = 0;
      // Sequential, because reading a layer takes memory.
      for (const [position, one] of written.entries()) {
        const layer = nodes > maxNodes ? { problem: 'too many files' } : await readLayer(one, manifest.uri, stop);
        nodes += layer.index?.tree.size ?? 0;
        const by = createdBy[position];
        read.push(by === undefined ? layer : { ...layer, createdBy: by });
      }
      return { layers: read, merged: await mergeLayers(read.map(({ index }) => index)) };
    };
    return known.get(key, make, signal);
  };
}

function weightOf({ layers, merged }: ImageFiles): number {
  return layers.reduce((sum, { index }) => sum + (index?.tree.size ?? 0), merged.tree.size);
}

/** The command that created each layer, as far as the config records it. */
async function historyOf(manifest: OciDocument, contents: Contents): Promise<readonly (string | undefined)[]> {
  const described = manifest.descriptors.find(({ role, value }) => role === 'config' && value !== undefined);
  const content = described && (await contents.find(described, manifest.uri).catch(() => undefined));
  if (!isContent(content)) return [];
  const config = await contents.documentOf(content, described?.value?.mediaType).catch(() => undefined);
  return configLayersOf(config?.root).history.map((entry) => stringAt(entry, 'created_by'));
}
