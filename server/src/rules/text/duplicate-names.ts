import { removeMember, renameMember } from '../../syntax/edit.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import { pointerOfMember } from '../../syntax/pointer.ts';
import type { Span } from '../../syntax/span.ts';
import {
  type JsonMember,
  mayRepeat,
  memberAbove,
  memberSpanOf,
  membersOf,
  nameSpanOf,
  spanOf,
} from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Duplicate property {name}. Readers disagree on which one counts.');

/** No object has two members of one name (image-spec considerations.md, "JSON"; RFC 7493 section 2.3). */
export const duplicateNames: DocumentRule = {
  meta: {
    id: 'duplicate-names',
    title: 'Duplicate property',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: ['json-duplicate-names', 'annotations-keys-unique'],
    fixable: true,
    messages: { default: message },
  },
  checkObject(object, { json }) {
    const members = membersOf(object);
    return mayRepeat(members) ? repetitionsIn(members, json) : undefined;
  },
};

function* repetitionsIn(members: readonly JsonMember[], json: JsonDocument): Iterable<Finding> {
  const groups = new Map<string, { readonly first: JsonMember; count: number }>();
  for (const member of members) {
    const group = groups.get(member.name);
    if (group === undefined) groups.set(member.name, { first: member, count: 1 });
    else group.count++;
  }
  for (const member of members) {
    const { first, count } = groups.get(member.name) ?? { first: member, count: 1 };
    if (member !== first) yield findingOf(json, first, member, count === 2);
  }
}

function findingOf(json: JsonDocument, first: JsonMember, repeated: JsonMember, isPair: boolean): Finding {
  const fixes = fixesOf(json, first, repeated, isPair);
  const isOfAnnotations = memberAbove(repeated.object)?.name === 'annotations';
  return findingAtName(repeated, message({ name: inBackticks(repeated.name) }), {
    clause: isOfAnnotations ? 'annotations-keys-unique' : 'json-duplicate-names',
    ...(fixes.length > 0 ? { fixes } : {}),
    related: [{ span: nameSpanOf(first), pointer: pointerOfMember(first), message: 'First defined here.' }],
  });
}

/** Removing a duplicate is safe if both values are written the same and nothing else, such as a comment, goes with it. */
function fixesOf(json: JsonDocument, first: JsonMember, repeated: JsonMember, isPair: boolean): readonly Fix[] {
  if (first.value === undefined || repeated.value === undefined) return [];
  const textOf = ({ start, end }: Span): string => json.text.slice(start, end);
  if (textOf(spanOf(first.value)) !== textOf(spanOf(repeated.value))) return choicesOf(json, first, repeated, isPair);
  const edit = removeMember(json, repeated);
  const member = memberSpanOf(repeated);
  const around = textOf({ start: edit.start, end: member.start }) + textOf({ start: member.end, end: edit.end });
  return /^[\s,]*$/.test(around) ? [{ title: 'Remove duplicate property', edits: [edit], isSafe: true }] : [];
}

/** Only people know which of two is meant. Of more than two, each makes a pair with the first. */
function choicesOf(json: JsonDocument, first: JsonMember, repeated: JsonMember, isPair: boolean): readonly Fix[] {
  const removing = (title: string, removed: JsonMember, kept: JsonMember): Fix => {
    // The name that stays is written without escapes, so that text search finds it.
    const isEscaped = json.text.slice(nameSpanOf(kept).start, nameSpanOf(kept).end).includes('\\');
    const edits = [removeMember(json, removed), ...(isEscaped ? [renameMember(kept, kept.name)] : [])];
    return { title, edits, isSafe: false };
  };
  return [
    removing(isPair ? 'Keep the first' : 'Remove this one', repeated, first),
    removing(isPair ? 'Keep the last' : 'Remove the first', first, repeated),
  ];
}
