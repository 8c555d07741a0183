import { presentPaths } from '../../content/archive/present-paths.ts';
import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersIn, type ReadLayer, remarkedText } from '../support/layer-archives.ts';
import { wording } from '../support/wording.ts';

const message = wording('Hard link precedes or lacks its target: {paths}. Pack the target first.');

/** Readers create a hard link as they read its entry, so its target has to exist: in the layer, or in a lower one. */
export const layerHardlinkDangling: ContentRule = {
  meta: {
    id: 'layer-hardlink-dangling',
    title: 'Hard link to a file that is not there yet',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const lower: ReadLayer[] = [];
    for await (const { archive, ...layer } of layersIn(reading, signal)) {
      // Without one of the layers nobody can tell what is missing in those above it.
      if ('reason' in archive || layer.written.position !== lower.length) return;
      const read = { ...layer, archive };
      if (layer.isOfImage && archive.danglingLinks.length > 0) {
        const missing = await missingFor(read, lower, signal);
        const [first] = missing;
        // Only the first links are looked for. If all of them are missing, so are most likely the others.
        const isAll = missing.length === archive.danglingLinks.length;
        const count = (isAll ? archive.remarks.get('dangling-link')?.count : undefined) ?? missing.length;
        if (first !== undefined) yield findingInLayer(layer, message({ paths: remarkedText({ first, count }) }));
      }
      lower.push(read);
    }
  },
};

/** The links whose targets neither lower layers have nor symbolic links lead to. */
async function missingFor(
  layer: ReadLayer,
  lower: readonly ReadLayer[],
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { danglingLinks } = layer.archive;
  const targets = new Set(danglingLinks.map(({ target }) => target));
  // In the layer itself the targets may follow, which is the mistake; links to their folders count.
  const own = await presentPaths(targets, layer.content, layer.compression, signal);
  for (const path of own.linked) targets.delete(path);
  for (const { content, compression } of lower) {
    if (targets.size === 0) break;
    const { present, linked } = await presentPaths(targets, content, compression, signal);
    for (const path of [...present, ...linked]) targets.delete(path);
  }
  return danglingLinks.filter(({ target }) => targets.has(target)).map(({ path }) => path);
}
