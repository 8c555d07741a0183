import { hasTraits } from '../../oci/kinds.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { meantBy } from '../support/meant-type.ts';
import { type AroundText, onceEach } from '../support/once.ts';
import { wording } from '../support/wording.ts';

const message = wording('Unknown {kind}. Did you mean {meant}?');

/** Unknown types are valid, so nobody else notices a typo in a known one. */
export const mediaTypeMisspelled: DocumentRule = {
  meta: {
    id: 'media-type-misspelled',
    title: 'Media type is misspelled',
    kinds: descriptorKinds,
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  reads: ['mediaType', 'artifactType'],
  checkDescriptor({ mediaType, artifactType }, around) {
    const ofType = checkType('mediaType', mediaType, around);
    return artifactType === undefined ? ofType : [...ofType, ...checkType('artifactType', artifactType.value, around)];
  },
  *check(document) {
    if (!hasTraits(document.kind, 'is-descriptor'))
      yield* checkType('artifactType', valueOf(document.root, 'artifactType'), document);
  },
};

/** An index of thousands of entries has few distinct types. */
const meantIn = onceEach((type, { hints }) => meantBy(type, hints.ownTypes));

function checkType(name: string, node: JsonNode | undefined, around: AroundText): readonly Finding[] {
  const type = stringOf(node);
  const meant = type === undefined ? undefined : meantIn(type, around);
  return node === undefined || meant === undefined ? none : [findingOf(name, node, meant)];
}

const none: readonly Finding[] = [];

function findingOf(name: string, node: JsonNode, meant: string): Finding {
  const kind = name === 'artifactType' ? 'artifact type' : 'media type';
  const edits = [replaceValue(node, JSON.stringify(meant))];
  return findingAtValue(node, message({ kind, meant: quoted(meant, 80) }), {
    fixes: [{ title: `Change to ${meant}`, edits, isSafe: false }],
  });
}
