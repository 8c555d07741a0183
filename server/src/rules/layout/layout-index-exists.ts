import { below } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';
import { speaksForLayout } from '../support/layout-marker.ts';

/** A layout has an `index.json` (image-layout.md, "Content", MUST). */
export const layoutIndexExists: ContentRule = {
  meta: {
    id: 'layout-index-exists',
    title: 'A layout has an index.json',
    kinds: ['layout-header'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layout-index-exists'],
    fixable: false,
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const stat = await reading.contents.files.stat(below(reading.layout!.root, 'index.json'));
    if (stat?.type === 'file') return;
    const message =
      stat === undefined
        ? 'This folder is an OCI layout without an `index.json`, so nothing in it can be found. Add one; an empty layout has `"manifests": []`.'
        : '`index.json` of this layout is not a regular file, so it is not read.';
    yield { span: { start: 0, end: 1 }, pointer: '', message, clause: 'layout-index-exists' };
  },
};
