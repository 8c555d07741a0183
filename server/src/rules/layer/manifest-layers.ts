import { itemsOf, memberOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, findingMissing } from '../support/finding.ts';

/**
 * A manifest has layers. The text says that the array SHOULD have an entry; the published schema refuses an empty or absent
 * one, although the text never calls it REQUIRED: so a warning that names who trips.
 */
export const manifestLayers: DocumentRule = {
  meta: {
    id: 'manifest-layers',
    title: 'A manifest lists at least one layer',
    kinds: ['manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['manifest-layers-not-empty', 'manifest-layers-array', 'artifact-single-layer'],
    fixable: false,
  },
  *check({ root }) {
    if (root?.type !== 'object') return;
    const layers = memberOf(root, 'layers');
    if (layers === undefined) {
      const message =
        'This manifest has no `layers`. Validators that use the published schema refuse it (zot among them); an artifact without content lists the empty descriptor.';
      yield findingMissing(root, 'layers', message, { clause: 'manifest-layers-array' });
    } else if (layers.value?.type === 'array' && itemsOf(layers.value).length === 0) {
      const message =
        '`layers` is empty; it should have an entry. Registries that use the published schema refuse the manifest (zot among them); an artifact without content lists the empty descriptor.';
      yield findingAtValue(layers.value, message, { clause: 'manifest-layers-not-empty' });
    }
  },
};
