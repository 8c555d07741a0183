import { below } from '../../content/uris.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtStart } from '../support/finding.ts';
import { speaksForLayout } from '../support/layout-marker.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  missing: 'Layout has no `index.json`. Add one, with `"manifests": []` if it is empty.',
  'not-a-file': '`index.json` is not a regular file, so it was not read.',
});

/** A layout has an `index.json` (image-layout.md, "Content", MUST). */
export const layoutIndexExists: ContentRule = {
  meta: {
    id: 'layout-index-exists',
    title: 'Layout has no index.json',
    kinds: ['layout-header'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layout-index-exists'],
    fixable: false,
    messages,
  },
  async *checkContent(reading) {
    if (!speaksForLayout(reading)) return;
    const stat = await reading.contents.files.stat(below(reading.layout.root, 'index.json'));
    if (stat?.type === 'file') return;
    const message = stat === undefined ? messages.missing : messages['not-a-file'];
    yield findingAtStart(message, { clause: 'layout-index-exists' });
  },
};
