import type { LayerTop } from '../../content/archive/layer-top.ts';
import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersIn, remarkedText } from '../support/layer-archives.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  deleted: 'Parent is deleted by a lower layer: {paths}. Pack the folder first.',
  file: 'Parent is a file of a lower layer: {paths}. Pack the folder first.',
});

/** containerd copies the attributes of parents without an entry from the lower layers, and stops where they are no folders. */
export const layerParentNotFolder: ContentRule = {
  meta: {
    id: 'layer-parent-not-folder',
    title: 'Parent of an entry is not a folder in the lower layers',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    const states = new Map<string, keyof typeof messages>();
    for await (const layer of layersIn(reading, signal)) {
      const { archive, isOfImage } = layer;
      if (!isOfImage || 'reason' in archive) continue;
      for (const state of ['deleted', 'file'] as const) {
        const [first, ...others] = [...archive.top.implied].filter((path) => states.get(path) === state);
        if (first === undefined) continue;
        const paths = remarkedText({ first, count: others.length + 1 });
        yield findingInLayer(layer, messages[state]({ paths }));
      }
      add(archive.top, states);
    }
  },
};

/** Brings up to date what is no folder below the next layer. */
function add(
  { deleted, files, folders, links, implied, isCut }: LayerTop,
  states: Map<string, keyof typeof messages>,
): void {
  for (const path of deleted) states.set(path, 'deleted');
  for (const path of files) states.set(path, 'file');
  for (const path of [...folders, ...links, ...implied]) states.delete(path);
  // Any of the others may be a folder again.
  if (isCut) states.clear();
}
