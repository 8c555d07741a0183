import { below, folderOf, nameOf } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';

/** A layout has the marker file `oci-layout` (image-layout.md, "Content", MUST). */
export const layoutMarkerExists: ContentRule = {
  meta: {
    id: 'layout-marker-exists',
    title: 'A layout has the file oci-layout',
    kinds: ['index'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['layout-marker-exists'],
    fixable: false,
  },
  async *checkContent({ document: { uri }, layout, contents: { files } }) {
    if (layout !== undefined || nameOf(uri) !== 'index.json') return;
    const folder = folderOf(uri);
    if ((await files.stat(below(folder, 'blobs', 'sha256')))?.type !== 'folder') return;
    const message =
      'Beside this index lies a folder `blobs`, as in an OCI layout, but no file `oci-layout`, without which tools do not take it for one. Add it, with {"imageLayoutVersion": "1.0.0"}.';
    yield { span: { start: 0, end: 1 }, pointer: '', message, clause: 'layout-marker-exists' };
  },
};
