import { below } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';
import { speaksForLayout } from '../support/layout-marker.ts';

/** A layout has a folder `blobs`, which may be empty (image-layout.md, "Content", MUST). */
export const layoutBlobsDir: ContentRule = {
  meta: {
    id: 'layout-blobs-dir',
    title: 'Layout has no blobs folder',
    kinds: ['layout-header'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layout-blobs-dir'],
    fixable: false,
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const stat = await reading.contents.files.stat(below(reading.layout.root, 'blobs'));
    if (stat?.type === 'folder') return;
    const message =
      stat?.type === 'link'
        ? '`blobs` is a symbolic link. Blobs behind it were not read.'
        : 'Layout has no `blobs` folder. Add it, even if empty.';
    const severity = stat?.type === 'link' ? ('information' as const) : ('error' as const);
    yield { span: { start: 0, end: 1 }, pointer: '', message, severity, clause: 'layout-blobs-dir' };
  },
};
