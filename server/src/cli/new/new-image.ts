import { compressionHeadSize, compressionOf } from '../../content/archive/compression.ts';
import { bytesOf, type Content } from '../../content/stores/content-store.ts';
import { imageLayerTypeOf } from '../../create/file-type.ts';
import { imageConfig } from '../../create/image-config.ts';
import { manifest } from '../../create/manifest.ts';
import type { ContentPart } from '../../create/parts.ts';
import type { Blob } from '../../create/small-blob.ts';
import { smallBlob } from '../../create/small-blob.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { CliError, reasonOf } from '../cli-error.ts';
import type { Draft, NewContext } from './draft.ts';
import { namedBlob, readNamedFile } from './files.ts';
import { subjectPart } from './named-manifest.ts';
import { checkTar } from './tar-head.ts';

/**
 * Creates an image manifest. Layers are tar archives, compressed or not. The config is given, or created for a
 * platform.
 */
export async function newImage(context: NewContext): Promise<Draft> {
  const { options } = context;
  if (options.layers.length === 0) throw new CliError('new image requires --layer FILE');
  const layers: Layer[] = [];
  for (const text of options.layers) layers.push(await layerOf(text, context));
  const config = await configOf(layers, context);
  const text = manifest({
    config: config.part,
    layers: layers.map(({ part }) => part),
    subject: await subjectPart(context),
    annotations: options.annotations,
  });
  const blobs = [config.blob, ...layers.map(({ blob }) => blob)];
  return { text, mediaType: mediaTypes.manifest, title: 'image', blobs };
}

interface Layer {
  readonly part: ContentPart;
  readonly blob: Blob;
  /** Digest of the uncompressed archive. */
  readonly diffId: string;
}

async function layerOf(text: string, context: NewContext): Promise<Layer> {
  const { name, mediaType } = readNamedFile(text, context.shell.cwd);
  const { digest, content } = await namedBlob(name, context);
  const compression = compressionOf(await headOf(content));
  const type = mediaType ?? imageLayerTypeOf(compression);
  if (type === undefined)
    throw new CliError(`${name} is compressed with ${compression}. Layers are tar, optionally with gzip or zstd.`);
  try {
    await checkTar(content, compression);
    const unpacked = await context.contents.hashUncompressed('sha256', content, compression);
    if (unpacked === undefined) throw new Error('changed while it was read');
    const part = { mediaType: type, digest, size: content.size };
    return { part, blob: { digest, content }, diffId: `sha256:${unpacked.hex}` };
  } catch (error) {
    throw new CliError(`${name} is not a layer: ${reasonOf(error)}`);
  }
}

function headOf(content: Content): Promise<Uint8Array> {
  return bytesOf({ ...content, size: Math.min(content.size, compressionHeadSize) });
}

async function configOf(layers: readonly Layer[], context: NewContext): Promise<Omit<Layer, 'diffId'>> {
  const { config, platform, layout } = context.options;
  if (config === undefined) {
    if (platform === undefined) throw new CliError('new image requires --platform OS/ARCHITECTURE or --config FILE');
    const { bytes, ...blob } = smallBlob(
      Buffer.from(imageConfig({ platform, diffIds: layers.map(({ diffId }) => diffId) })),
    );
    const part = { mediaType: mediaTypes.config, digest: blob.digest, size: bytes.length };
    // Outside a layout there is no place to store it, so it is embedded in the manifest.
    const data = layout === undefined ? Buffer.from(bytes).toString('base64') : undefined;
    return { part: { ...part, data }, blob };
  }
  if (platform !== undefined) throw new CliError('--platform cannot be combined with --config');
  const { name, mediaType = mediaTypes.config } = readNamedFile(config, context.shell.cwd);
  const blob = await namedBlob(name, context);
  return { part: { mediaType, digest: blob.digest, size: blob.content.size }, blob };
}
