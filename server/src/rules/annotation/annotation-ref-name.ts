import { refNameKey } from '../../oci/annotation-keys.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { foreignSignIn, isReferenceName } from '../../oci/reference-name.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  empty: 'Reference name is empty. Set or remove it.',
  separator: 'Invalid reference name {name}: misplaced or doubled separator.',
  character: 'Invalid reference name {name}: {character} is not allowed.',
});

/** Reference names have a grammar and a small character set (annotations.md, `org.opencontainers.image.ref.name`, SHOULD). */
export const annotationRefName: DocumentRule = {
  meta: {
    id: 'annotation-ref-name',
    title: 'Invalid reference name',
    kinds: ['index', 'descriptor'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotation-ref-name-characters', 'annotation-ref-name-grammar'],
    fixable: false,
    messages,
  },
  reads: ['annotations'],
  concernsKey: (key) => key === refNameKey,
  checkAnnotation({ value, place }, { kind, hints }) {
    const text = stringOf(value);
    // Elsewhere ref-name-place reports any name.
    if (hasTraits(kind, 'oci', 'lists-manifests') && (place !== 'index-entry' || hints.isBlob === true)) return;
    if (value === undefined || text === undefined || isReferenceName(text)) return;
    // Other annotations may be empty, but the grammar of names requires a character.
    if (text === '') {
      return findingAtValue(value, messages.empty, { clause: 'annotation-ref-name-grammar' });
    }
    const bad = foreignSignIn(text);
    const name = quoted(text);
    return bad === undefined
      ? findingAtValue(value, messages.separator({ name }), { clause: 'annotation-ref-name-grammar' })
      : findingAtValue(value, messages.character({ name, character: quoted(bad) }), {
          clause: 'annotation-ref-name-characters',
        });
  },
};
