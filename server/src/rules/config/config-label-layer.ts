import { shortDigest } from '../../oci/digest.ts';
import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, inBackticks } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Label {label} names a layer that `diff_ids` lacks: {layer}.');

/** bootc and buildpacks look layers of an image up by DiffIDs in its labels. Tools that repack the layers leave these behind. */
export const configLabelLayer: DocumentRule = {
  meta: {
    id: 'config-label-layer',
    title: 'Label names a layer that the image lacks',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  *check({ root }) {
    const labels = valueOf(valueOf(root, 'config'), 'Labels');
    const diffIds = valueOf(valueOf(root, 'rootfs'), 'diff_ids');
    if (labels === undefined || diffIds?.type !== 'array') return;
    for (const [label, layersIn] of Object.entries(layersOfLabels)) {
      const node = valueOf(labels, label);
      const text = stringOf(node) ?? '';
      if (node === undefined || text.length > maxLength) continue;
      const own = new Set(itemsOf(diffIds).map(stringOf));
      const layer = layersIn(text).find((one) => /^sha256:[0-9a-f]{64}$/.test(one) && !own.has(one));
      if (layer === undefined) continue;
      yield findingAtValue(node, message({ label: inBackticks(label), layer: shortDigest(layer) }), {
        digests: [layer],
      });
    }
  },
};

/** Longer values would cost time at each keystroke. */
const maxLength = 256 * 1024;

const layersOfLabels: Readonly<Record<string, (text: string) => readonly string[]>> = {
  'ostree.final-diffid': (text) => [text],
  'io.buildpacks.lifecycle.metadata': topLayerIn,
};

/** That of the run image, which a rebase replaces with those below it. */
function topLayerIn(text: string): readonly string[] {
  try {
    const top: unknown = JSON.parse(text)?.runImage?.topLayer;
    return typeof top === 'string' ? [top] : [];
  } catch {
    return [];
  }
}
