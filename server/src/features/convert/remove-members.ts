import type { TextEdit } from '../../syntax/edit.ts';
import { type JsonNode, memberSpanOf, membersOf } from '../../syntax/tree.ts';

/** Removes members of an object with their commas and blanks; those that stand together in one edit, so that none overlap. */
export function removeMembers(object: JsonNode | undefined, isRemoved: (name: string) => boolean): readonly TextEdit[] {
  const members = membersOf(object);
  const edits: TextEdit[] = [];
  for (let first = 0; first < members.length; first++) {
    if (!isRemoved(members[first]!.name)) continue;
    let last = first;
    while (last + 1 < members.length && isRemoved(members[last + 1]!.name)) last++;
    const next = members[last + 1];
    const previous = members[first - 1];
    const whole = { start: memberSpanOf(members[first]!).start, end: memberSpanOf(members[last]!).end };
    if (next !== undefined) edits.push({ start: whole.start, end: memberSpanOf(next).start, text: '' });
    else
      edits.push({
        start: previous === undefined ? whole.start : memberSpanOf(previous).end,
        end: whole.end,
        text: '',
      });
    first = last;
  }
  return edits;
}
