import { emptyContent } from '../../oci/empty.ts';
import { grouped } from '../../protocol/counted.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { memberOf, placeOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { bytesText, relatedFile } from '../support/content-places.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** Content of another length than `size` is not to be trusted (descriptor.md, "Properties", SHOULD NOT). */
export const descriptorSizeMatches: ContentRule = {
  meta: {
    id: 'descriptor-size-matches',
    title: 'Descriptor size does not match its content',
    kinds: descriptorKinds,
    severity: 'error',
    profile: 'spec',
    clauses: ['descriptor-size-matches'],
    fixable: true,
  },
  *checkContent({ targets }) {
    for (const { written, value, verdict } of targets) {
      if (verdict.state !== 'other-size' || verdict.content.isGuess) continue;
      // Of embedded content, descriptor-data says so.
      if (memberOf(written.node, 'data') !== undefined && verdict.content.cost === 'memory') continue;
      // The empty type has a rule of its own, too.
      if (value.mediaType === emptyContent.mediaType) continue;
      const node = placeOf(written.node, 'size');
      const actual = verdict.content.size;
      const shown = grouped(actual);
      const message = `Size mismatch: descriptor says ${grouped(value.size)}, content is ${bytesText(actual)}.${verdict.isHashed ? ` The digest matches: set size to ${shown}.` : ''}`;
      const title = `Set size to ${shown}`;
      yield findingAtValue(node, message, {
        clause: 'descriptor-size-matches',
        related: relatedFile(verdict.content, `${bytesText(actual)} on disk.`),
        // Without its digest it is not known whether the content is the one that was meant.
        fixes: [{ title, edits: [replaceValue(node, String(actual))], isSafe: verdict.isHashed }],
      });
    }
  },
};
