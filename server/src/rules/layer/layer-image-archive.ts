import type { LayerTop } from '../../content/archive/layer-top.ts';
import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersIn } from '../support/layer-archives.ts';
import { type Message, wordings } from '../support/wording.ts';

const messages = wordings({
  saved: 'Layer is an archive of docker save, not a file system. Load it instead of importing it.',
  layout: 'Layer is an OCI layout, not a file system. Load it instead of importing it.',
});

/** `docker import` makes a layer of any archive, even of one that `docker save` wrote for `docker load`. */
export const layerImageArchive: ContentRule = {
  meta: {
    id: 'layer-image-archive',
    title: 'Layer is the archive of an image',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersIn(reading, signal)) {
      const { archive, isOfImage } = layer;
      if (!isOfImage || 'reason' in archive || archive.top.folders.has('bin')) continue;
      const message = archiveIn(archive.top);
      if (message !== undefined) yield findingInLayer(layer, message);
    }
  },
};

function archiveIn({ imageFiles }: LayerTop): Message | undefined {
  const hasList = imageFiles.has('manifest.json');
  if (hasList && (imageFiles.has('repositories') || imageFiles.has('layer.tar'))) return messages.saved;
  return imageFiles.has('oci-layout') && imageFiles.has('index.json') ? messages.layout : undefined;
}
