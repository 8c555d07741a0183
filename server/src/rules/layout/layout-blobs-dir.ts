import { below } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtStart } from '../support/finding.ts';
import { speaksForLayout } from '../support/layout-marker.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  link: '`blobs` is a symbolic link. Blobs behind it were not read.',
  missing: 'Layout has no `blobs` folder. Add it, even if empty.',
});

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
    messages,
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const stat = await reading.contents.files.stat(below(reading.layout.root, 'blobs'));
    if (stat?.type === 'folder') return;
    const clause = 'layout-blobs-dir';
    yield stat?.type === 'link'
      ? findingAtStart(messages.link, { severity: 'information', clause })
      : findingAtStart(messages.missing, { clause });
  },
};
