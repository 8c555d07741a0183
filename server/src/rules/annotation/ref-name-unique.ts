import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, spanOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { entriesOf } from '../support/index-entries.ts';
import { refName } from '../support/written-annotations.ts';

/** Tools take the reference name for a tag, and a tag names one thing. */
export const refNameUnique: DocumentRule = {
  meta: {
    id: 'ref-name-unique',
    title: 'Duplicate reference name in index.json',
    kinds: ['index'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['layout-ref-name-unique'],
    fixable: false,
  },
  *check(document) {
    if (document.hints.isBlob === true) return;
    const first = new Map<string, JsonNode>();
    for (const { annotations } of entriesOf(document)) {
      const value = valueOf(annotations, refName);
      const text = stringOf(value);
      if (value === undefined || !text) continue;
      // `docker save` tells two images of one tag apart by their full names.
      const fullName = stringAt(annotations, 'io.containerd.image.name');
      const key = fullName === undefined ? text : `${text} ${fullName}`;
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, value);
        continue;
      }
      const message = `Duplicate reference name ${quoted(text)}: tools use the first or none.`;
      const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'Other entry' }];
      yield findingAtValue(value, message, { clause: 'layout-ref-name-unique', related });
    }
  },
};
