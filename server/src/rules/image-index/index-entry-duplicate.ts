import { removeItem } from '../../syntax/edit.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorsByDigest } from '../support/descriptor-parts.ts';
import { entryTextOf } from '../support/entry-text.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Duplicate entry: an entry above is the same. Remove one.');

/** A repeated entry adds nothing. Entries that differ in anything are not duplicates. */
export const indexEntryDuplicate: DocumentRule = {
  meta: {
    id: 'index-entry-duplicate',
    title: 'Entry is listed twice',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  *check(document) {
    for (const twins of descriptorsByDigest(document).twins) {
      const first = new Map<string, JsonNode>();
      for (const { node, role } of twins) {
        if (role !== 'manifest') continue;
        const written = entryTextOf(node);
        const earlier = first.get(written);
        if (earlier === undefined) first.set(written, node);
        else {
          const related = [{ span: headOf(earlier), pointer: pointerOf(earlier), message: 'The same entry' }];
          // Not safe: the entry may have been meant for something else.
          const fixes = [{ title: 'Remove duplicate entry', edits: [removeItem(node)], isSafe: false }];
          yield findingAtSpan(node, headOf(node), message, { related, fixes });
        }
      }
    }
  },
};
