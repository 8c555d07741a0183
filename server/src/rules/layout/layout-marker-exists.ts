import { nameOf } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';

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
  },
  async *checkContent({ document: { uri }, layout }) {
    if (layout?.hasMarker !== false || nameOf(uri) !== 'index.json') return;
    const message = 'Layout has no `oci-layout` file. Add it with {"imageLayoutVersion": "1.0.0"}.';
    yield { span: { start: 0, end: 1 }, pointer: '', message, clause: 'layout-marker-exists' };
  },
};
