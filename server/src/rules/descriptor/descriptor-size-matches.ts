import { emptyContent } from '../../oci/empty.ts';
import { grouped } from '../../protocol/counted.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { memberOf, placeOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { bytesText, relatedFile } from '../support/content-locations.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  mismatch: 'Size mismatch: descriptor says {size}, content is {actual}.',
  'digest-matches':
    'Size mismatch: descriptor says {size}, content is {actual}. The digest matches: set size to {remedy}.',
});

/** Content whose length is not `size` must not be trusted (descriptor.md, "Properties", SHOULD NOT). */
export const descriptorSizeMatches: ContentRule = {
  meta: {
    id: 'descriptor-size-matches',
    title: 'Descriptor size does not match its content',
    kinds: descriptorKinds,
    severity: 'error',
    profile: 'spec',
    clauses: ['descriptor-size-matches'],
    fixable: true,
    messages,
  },
  *checkContent({ targets }) {
    for (const { written, value, verdict } of targets) {
      if (verdict.state !== 'other-size' || verdict.content.isGuess) continue;
      // For embedded content, descriptor-data reports it.
      if (memberOf(written.node, 'data') !== undefined && verdict.content.cost === 'memory') continue;
      // So does empty-descriptor for the empty type.
      if (value.mediaType === emptyContent.mediaType) continue;
      const node = placeOf(written.node, 'size');
      const actual = verdict.content.size;
      const shown = grouped(actual);
      const sizes = { size: grouped(value.size), actual: bytesText(actual) };
      const message = verdict.isHashed
        ? messages['digest-matches']({ ...sizes, remedy: shown })
        : messages.mismatch(sizes);
      const title = `Set size to ${shown}`;
      yield findingAtValue(node, message, {
        clause: 'descriptor-size-matches',
        related: relatedFile(verdict.content, `${bytesText(actual)} on disk.`),
        // Without a digest, nobody knows whether this is the intended content.
        fixes: [{ title, edits: [replaceValue(node, String(actual))], isSafe: verdict.isHashed }],
      });
    }
  },
};
