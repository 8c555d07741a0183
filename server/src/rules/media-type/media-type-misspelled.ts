import { hasTraits } from '../../oci/kinds.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { meantBy } from '../support/meant-type.ts';
import { type AroundText, onceEach } from '../support/once.ts';

/** Unknown types are welcome, so a slip in a known one goes unnoticed: "did you mean". */
export const mediaTypeMisspelled: DocumentRule = {
  meta: {
    id: 'media-type-misspelled',
    title: 'Media type is misspelled',
    kinds: descriptorKinds,
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  *checkDescriptor({ mediaType, artifactType }, around) {
    yield* checkType('mediaType', mediaType, around);
    yield* checkType('artifactType', artifactType?.value, around);
  },
  *check(document) {
    if (!hasTraits(document.kind, 'is-descriptor'))
      yield* checkType('artifactType', valueOf(document.root, 'artifactType'), document);
  },
};

/** An index of thousands of entries has few types. */
const meantIn = onceEach((type, { hints }) => meantBy(type, hints.ownTypes));

function checkType(name: string, node: JsonNode | undefined, around: AroundText): readonly Finding[] {
  const type = stringOf(node);
  const meant = type === undefined ? undefined : meantIn(type, around);
  return node === undefined || meant === undefined ? [] : [findingOf(name, node, meant)];
}

function findingOf(name: string, node: JsonNode, meant: string): Finding {
  const what = name === 'artifactType' ? 'artifact type' : 'media type';
  const message = `Unknown ${what}. Did you mean ${quoted(meant, 80)}?`;
  const edits = [replaceValue(node, JSON.stringify(meant))];
  return findingAtValue(node, message, { fixes: [{ title: `Change to ${meant}`, edits, isSafe: false }] });
}
