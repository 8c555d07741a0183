import type { LayerTop } from '../../content/archive/layer-top.ts';
import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersIn, remarkedText } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Folder hides the symbolic link of a lower layer: {paths}. Pack the link’s target instead.');

/** A folder entry replaces a link such as `lib` -> `usr/lib`, and with it all that was reached through the link. */
export const layerSymlinkReplaced: ContentRule = {
  meta: {
    id: 'layer-symlink-replaced',
    title: 'Folder replaces a symbolic link of a lower layer',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const links = new Set<string>();
    for await (const layer of layersIn(reading, signal)) {
      const { archive, isOfImage } = layer;
      if (!isOfImage || 'reason' in archive) continue;
      const [first, ...others] = replacedIn(archive.top, links);
      if (first !== undefined)
        yield findingInLayer(layer, message({ paths: remarkedText({ first, count: others.length + 1 }) }));
      for (const path of [...archive.top.deleted, ...archive.top.cleared, ...archive.top.folders]) links.delete(path);
      for (const path of archive.top.links) links.add(path);
    }
  },
};

/** A whiteout beside the folder says that the link was deleted on purpose. */
function replacedIn({ folders, deleted, cleared }: LayerTop, links: ReadonlySet<string>): readonly string[] {
  return [...folders].filter((path) => links.has(path) && !deleted.has(path) && !cleared.has(path));
}
