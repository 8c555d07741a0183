import { refNameKey } from '../../oci/annotation-keys.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { foreignSignIn, isReferenceName } from '../../oci/reference-name.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

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
  reads: ['annotations'],
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ value, place }, { kind, hints }) {
    const text = stringOf(value);
    // Elsewhere the name is out of place, whatever it is: a rule of its own says so.
    if (hasTraits(kind, 'oci', 'lists-manifests') && (place !== 'index-entry' || hints.isBlob === true)) return;
    if (value === undefined || text === undefined || isReferenceName(text)) return;
    // Other annotations may be empty; the grammar of names has no empty one.
    if (text === '') {
      return findingAtValue(value, 'Reference name is empty. Set or remove it.', {
        clause: 'annotation-ref-name-grammar',
      });
    }
    const bad = foreignSignIn(text);
    const why = bad === undefined ? 'misplaced or doubled separator' : `${quoted(bad)} is not allowed`;
    return findingAtValue(value, `Invalid reference name ${quoted(text)}: ${why}.`, {
      clause: bad === undefined ? 'annotation-ref-name-grammar' : 'annotation-ref-name-characters',
    });
  },
};
