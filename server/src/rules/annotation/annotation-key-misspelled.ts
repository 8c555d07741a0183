import { renameMember } from '../../syntax/edit.ts';
import { type JsonMember, memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { annotationKeyMeantBy, imageKeyPrefix } from '../support/annotation-key-typos.ts';
import { findingAtName, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const message = wording('Unknown annotation key. Did you mean {meant}?');

/** The prefix belongs to the image specification, which defines only these keys (annotations.md, "Rules", MUST NOT). */
export const annotationKeyMisspelled: DocumentRule = {
  meta: {
    id: 'annotation-key-misspelled',
    title: 'Misspelled annotation key',
    kinds: annotatedKinds,
    severity: 'warning',
    profile: 'recommended',
    clauses: ['annotations-prefix-image-reserved', 'spec-example-annotation-prefix'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => key === `${imageKeyPrefix}author` || annotationKeyMeantBy(key) !== undefined,
  checkAnnotation({ member, place }) {
    const meant = meantBy(member.name, place === 'label');
    return meant === undefined ? undefined : findingOf(member, meant, memberOf(objectOf(member), meant) !== undefined);
  },
};

/** `author` is defined for runtime configs that converters write. On a manifest it is a typo for `authors`. */
function meantBy(key: string, isLabel: boolean): string | undefined {
  if (key === `${imageKeyPrefix}author` && !isLabel) return `${imageKeyPrefix}authors`;
  return annotationKeyMeantBy(key);
}

function findingOf(member: JsonMember, meant: string, isTaken: boolean): Finding {
  const clause = member.name.startsWith('oci.')
    ? 'spec-example-annotation-prefix'
    : 'annotations-prefix-image-reserved';
  const fixes = isTaken ? [] : [{ title: `Rename to ${meant}`, edits: [renameMember(member, meant)], isSafe: false }];
  return findingAtName(member, message({ meant: quoted(meant, 80) }), { clause, fixes });
}
