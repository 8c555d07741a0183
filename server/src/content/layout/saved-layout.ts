import { refNameKey } from '../../oci/annotation-keys.ts';
import { readDocumentBytes } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { Compression } from '../archive/compression.ts';
import { compressionIn } from '../archive/content-compression.ts';
import type { OverlayFiles } from '../archive/overlay-files.ts';
import { pathInside } from '../archive/tar-path.ts';
import { readSmallFile } from '../files.ts';
import { heldContent, isContent } from '../stores/content-store.ts';
import { type Contents, maxDocumentSize } from '../stores/contents.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { below } from '../uris.ts';
import type { Layout } from './layout.ts';

/** Descriptor properties of a blob. */
interface Described {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
}

/** Far more than real archives have. */
const maxImages = 1000;

/**
 * Synthesizes the layout of a `docker save` archive written before Docker 25, with the manifests that pushing to a
 * registry would create. Undefined if `root` has no image list. Throws if the list refers to missing files.
 */
export async function savedLayout(root: string, files: OverlayFiles, contents: Contents): Promise<Layout | undefined> {
  const bytes = await readSmallFile(files, below(root, 'manifest.json'), maxDocumentSize);
  const list = bytes && readDocumentBytes(below(root, 'manifest.json'), bytes, { path: 'docker-save' });
  if (list === undefined || !hasTraits(list.kind, 'lists-saved-images')) return undefined;
  const manifests: object[] = [];
  for (const image of itemsOf(list.root).slice(0, maxImages)) {
    const manifest = await savedManifest(image);
    const tags = itemsOf(valueOf(image, 'RepoTags')).map((tag) => ({
      annotations: { [refNameKey]: stringOf(tag) ?? '' },
    }));
    manifests.push(...(tags.length === 0 ? [manifest] : tags.map((tag) => ({ ...manifest, ...tag }))));
  }
  files.put(below(root, 'oci-layout'), toBytes({ imageLayoutVersion: '1.0.0' }));
  files.put(below(root, 'index.json'), toBytes({ schemaVersion: 2, mediaType: indexType, manifests }));
  contents.forgetLayouts();
  return { root };

  async function savedManifest(image: (typeof list & object)['root']): Promise<Described> {
    const config = await described(
      stringOf(valueOf(image, 'Config')),
      () => 'application/vnd.docker.container.image.v1+json',
    );
    const layers: Described[] = [];
    for (const layer of itemsOf(valueOf(image, 'Layers'))) layers.push(await described(stringOf(layer), layerTypeOf));
    const manifest = toBytes({ schemaVersion: 2, mediaType: manifestType, config, layers });
    const hashed = await contents.hash('sha256', heldContent(manifest, `saved ${root} ${JSON.stringify(config)}`));
    files.put(below(root, 'blobs', 'sha256', hashed?.hex ?? ''), manifest);
    return { mediaType: manifestType, digest: `sha256:${hashed?.hex}`, size: manifest.length };
  }

  async function described(path = '', typeOf: (packing: Compression) => string): Promise<Described> {
    const inside = pathInside(path);
    const uri = inside === undefined || inside === '' ? undefined : below(root, ...inside.split('/'));
    const found = uri === undefined ? undefined : await fileContentOf(files, uri);
    if (uri === undefined || !isContent(found))
      throw new Error(`manifest.json refers to ${JSON.stringify(path.slice(0, 100))}, which is not in the archive`);
    const hashed = await contents.hash('sha256', found);
    files.put(below(root, 'blobs', 'sha256', hashed?.hex ?? ''), { as: uri });
    const mediaType = typeOf(await compressionIn(found));
    return { mediaType, digest: `sha256:${hashed?.hex}`, size: found.size };
  }
}

const indexType = 'application/vnd.oci.image.index.v1+json';
const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';

function layerTypeOf(packing: Compression): string {
  const type = 'application/vnd.docker.image.rootfs.diff.tar';
  return packing === 'gzip' || packing === 'zstd' ? `${type}.${packing}` : type;
}

function toBytes(value: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
