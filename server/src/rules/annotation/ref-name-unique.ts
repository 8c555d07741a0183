import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, objectOf, spanOf, stringAt } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { annotationsOf, refName } from '../support/written-annotations.ts';

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
    for (const { member, value, text, place } of annotationsOf(document, [refName])) {
      if (place !== 'index-entry') continue;
      // `docker save` tells two images of one tag apart by their full names.
      const key = `${text} ${stringAt(objectOf(member), 'io.containerd.image.name') ?? ''}`;
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
