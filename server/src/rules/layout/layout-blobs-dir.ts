import { below } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';
import { speaksForLayout } from '../support/layout-marker.ts';

/** A layout has a folder `blobs`, which may be empty (image-layout.md, "Content", MUST). */
export const layoutBlobsDir: ContentRule = {
  meta: {
    id: 'layout-blobs-dir',
    title: 'A layout has a folder blobs',
    kinds: ['layout-header'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layout-blobs-dir'],
    fixable: false,
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const stat = await reading.contents.files.stat(below(reading.layout!.root, 'blobs'));
    if (stat?.type === 'folder') return;
    const message =
      stat?.type === 'link'
        ? '`blobs` of this layout is a symbolic link; blobs behind it are not looked at.'
        : 'This OCI layout has no folder `blobs`; it must be there even when it is empty.';
    const severity = stat?.type === 'link' ? ('information' as const) : ('error' as const);
    yield { span: { start: 0, end: 1 }, pointer: '', message, severity, clause: 'layout-blobs-dir' };
  },
};
