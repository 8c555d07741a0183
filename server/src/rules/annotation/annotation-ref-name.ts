import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { annotationsOf, refName } from '../support/written-annotations.ts';

const component = '[A-Za-z0-9]+(?:(?:--|[-._:@+])[A-Za-z0-9]+)*';
const grammar = new RegExp(`^${component}(?:/${component})*$`);

/** Longer names are refused everywhere, and need no matching. */
const longest = 1024;

/** Names of references have few characters, and a grammar (annotations.md, `org.opencontainers.image.ref.name`, SHOULD). */
export const annotationRefName: DocumentRule = {
  meta: {
    id: 'annotation-ref-name',
    title: 'Invalid reference name',
    kinds: ['index', 'descriptor'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotation-ref-name-characters', 'annotation-ref-name-grammar'],
    fixable: false,
  },
  *check(document) {
    for (const { value, text, place } of annotationsOf(document, [refName])) {
      // Elsewhere the name is out of place, whatever it is: a rule of its own says so.
      if (document.kind === 'index' && (place !== 'index-entry' || document.hints.isBlob === true)) continue;
      if (text.length <= longest && grammar.test(text)) continue;
      const bad = /[^A-Za-z0-9\-._:@/+]/u.exec(text)?.[0];
      const why = bad === undefined ? 'misplaced or doubled separator' : `${quoted(bad)} is not allowed`;
      yield findingAtValue(value, `Invalid reference name ${quoted(text)}: ${why}.`, {
        clause: bad === undefined ? 'annotation-ref-name-grammar' : 'annotation-ref-name-characters',
      });
    }
  },
};
