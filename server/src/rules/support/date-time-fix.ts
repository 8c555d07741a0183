import type { DateTimeMeant } from '../../oci/date-time.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';

/** The remedy in a message about an invalid date and time. */
export function dateTimeRemedyFor(meant: DateTimeMeant | undefined): string {
  return meant === undefined ? 'expected RFC 3339, as in "2024-05-01T12:00:00Z"' : `use "${meant.text}"`;
}

/** Writes the intended time. Not safe if the zone or time of day is assumed. */
export function dateTimeFixesOf(node: JsonNode, meant: DateTimeMeant | undefined): readonly Fix[] {
  if (meant === undefined) return [];
  const edits = [replaceValue(node, JSON.stringify(meant.text))];
  return [{ title: `Replace with ${meant.text}`, edits, isSafe: meant.isExact }];
}
