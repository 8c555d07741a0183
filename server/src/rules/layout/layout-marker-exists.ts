import { nameOf } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtStart } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Layout has no `oci-layout` file. Add it with {"imageLayoutVersion": "1.0.0"}.');

/** A layout has the marker file `oci-layout` (image-layout.md, "Content", MUST). */
export const layoutMarkerExists: ContentRule = {
  meta: {
    id: 'layout-marker-exists',
    title: 'Layout has no oci-layout file',
    kinds: ['index'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layout-marker-exists'],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent({ document: { uri }, layout }) {
    if (layout?.hasMarker !== false || nameOf(uri) !== 'index.json') return;
    yield findingAtStart(message, { clause: 'layout-marker-exists' });
  },
};
