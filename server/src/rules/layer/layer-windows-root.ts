import type { ContentRule } from '../rule.ts';
import { findingInLayer, layersIn } from '../support/layer-archives.ts';
import { targetDocumentOf } from '../support/target-documents.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wording } from '../support/wording.ts';

const message = wording('Layer has no `Files` folder, which the files of a Windows image are in. Pack them below it.');

/** What Windows reads from a layer: files, registry hives, and a virtual machine (hcsshim, internal/wclayer/legacy.go). */
const roots: ReadonlySet<string> = new Set(['files', 'hives', 'utilityvm']);

export const layerWindowsRoot: ContentRule = {
  meta: {
    id: 'layer-windows-root',
    title: 'Windows layer without a Files folder',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const config = reading.depth === 'all' && reading.targets.find(({ written }) => written.role === 'config');
    if (!config || !isForWindows((await targetDocumentOf(config, reading, signal))?.root)) return;
    for await (const layer of layersIn(reading, signal)) {
      if ('reason' in layer.archive) continue;
      const names = [...layer.archive.top.roots];
      if (names.length > 0 && !names.some((name) => roots.has(name.toLowerCase())))
        yield findingInLayer(layer, message);
    }
  },
};
