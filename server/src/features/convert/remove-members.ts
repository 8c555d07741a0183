import type { TextEdit } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonMember, type JsonNode, memberSpanOf, membersOf } from '../../syntax/tree.ts';

/**
 * Removes members of an object with their commas and whitespace. Adjacent members are removed in one edit, so that
 * edits do not overlap.
 */
export function removeMembers(object: JsonNode | undefined, isRemoved: (name: string) => boolean): readonly TextEdit[] {
  const members = membersOf(object);
  const edits: TextEdit[] = [];
  let kept: JsonMember | undefined;
  let run: Span | undefined;
  for (const member of members) {
    const span = memberSpanOf(member);
    if (isRemoved(member.name)) run = { start: run?.start ?? span.start, end: span.end };
    else {
      if (run !== undefined) edits.push({ start: run.start, end: span.start, text: '' });
      [kept, run] = [member, undefined];
    }
  }
  if (run !== undefined)
    edits.push({ ...run, start: kept === undefined ? run.start : memberSpanOf(kept).end, text: '' });
  return edits;
}
