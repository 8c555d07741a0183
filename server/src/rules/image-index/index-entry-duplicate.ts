import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { entryTextOf } from '../support/entry-text.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';
import { entriesOf } from '../support/index-entries.ts';

/** The same entry twice says nothing that it does not say once. Entries that differ in anything at all are two. */
export const indexEntryDuplicate: DocumentRule = {
  meta: {
    id: 'index-entry-duplicate',
    title: 'Entry is listed twice',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  *check(document) {
    const byDigest = new Map<string, JsonNode[]>();
    for (const { node, digest } of entriesOf(document)) {
      const text = stringOf(digest);
      if (text === undefined) continue;
      const same = byDigest.get(text);
      if (same === undefined) byDigest.set(text, [node]);
      else same.push(node);
    }
    for (const nodes of byDigest.values()) {
      const first = new Map<string, JsonNode>();
      for (const node of nodes.length > 1 ? nodes : []) {
        const written = entryTextOf(node);
        const earlier = first.get(written);
        if (earlier === undefined) first.set(written, node);
        else {
          const related = [{ span: headOf(earlier), pointer: pointerOf(earlier), message: 'The same entry' }];
          yield findingAtSpan(node, headOf(node), 'Duplicate entry: an entry above is the same. Remove one.', {
            related,
          });
        }
      }
    }
  },
};
