import { annotationInfoOf, annotationInfos } from '../../oci/facts/annotations.ts';
import { renameMember } from '../../syntax/edit.ts';
import { type JsonMember, memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { editDistance } from '../support/edit-distance.ts';
import { findingAtName, quoted } from '../support/finding.ts';
import { nearestOf } from '../support/nearest.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const prefix = 'org.opencontainers.image.';

/** The prefix belongs to the image specification, which has these keys and no others (annotations.md, "Rules", MUST NOT). */
export const annotationKeyMisspelled: DocumentRule = {
  meta: {
    id: 'annotation-key-misspelled',
    title: 'Misspelled annotation key',
    kinds: annotatedKinds,
    severity: 'warning',
    profile: 'recommended',
    clauses: ['annotations-prefix-image-reserved', 'spec-example-annotation-prefix'],
    fixable: true,
  },
  concernsKey: (key) => key === `${prefix}author` || annotationKeyMeantBy(key) !== undefined,
  checkAnnotation({ member, place }) {
    const meant = meantBy(member.name, place === 'label');
    return meant === undefined ? undefined : findingOf(member, meant, memberOf(objectOf(member), meant) !== undefined);
  },
};

/** The key of the specification that somebody meant; undefined where the key is known, or is nobody's slip. */
export function annotationKeyMeantBy(key: string): string | undefined {
  if (!isNear(key)) return undefined;
  const info = annotationInfoOf(key);
  if (info !== undefined) return info.status === 'misspelled' ? info.replacedBy : undefined;
  const tail = /^(?:[a-z]{2,4}\.)?open-?containers?\.images?\.([^/]+)$/i.exec(key)?.[1];
  if (tail === undefined) return nearestOf(key, specifiedKeys, prefix.length);
  return nearestTailOf(tail);
}

/** A cheap look first: most keys are nowhere near. */
function isNear(key: string): boolean {
  return key.includes('mage') || /open-?container/i.test(key);
}

const specified = annotationInfos.filter(
  ({ key, places, status }) => key.startsWith(prefix) && status === 'current' && !places.includes('runtime'),
);
const specifiedKeys = specified.map(({ key }) => key);
const plainTails = specifiedKeys.map((key) => [plainOf(key.slice(prefix.length)), key] as const);

/** `author` is defined for the runtime configs that converters make; on a manifest it is a slip for `authors`. */
function meantBy(key: string, isLabel: boolean): string | undefined {
  if (key === `${prefix}author` && !isLabel) return `${prefix}authors`;
  return annotationKeyMeantBy(key);
}

function nearestTailOf(tail: string): string | undefined {
  const written = plainOf(tail);
  return plainTails.find(([known]) => {
    const limit = known.length >= 8 ? 2 : 1;
    return known.length <= 3 ? known === written : editDistance(known, written, limit) <= limit;
  })?.[1];
}

function plainOf(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '');
}

function findingOf(member: JsonMember, meant: string, isTaken: boolean): Finding {
  const clause = member.name.startsWith('oci.')
    ? 'spec-example-annotation-prefix'
    : 'annotations-prefix-image-reserved';
  const message = `Unknown annotation key. Did you mean ${quoted(meant, 80)}?`;
  const fixes = isTaken ? [] : [{ title: `Rename to ${meant}`, edits: [renameMember(member, meant)], isSafe: false }];
  return findingAtName(member, message, { clause, fixes });
}
