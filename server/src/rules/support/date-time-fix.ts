import type { DateTimeMeant } from '../../oci/date-time.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';

/** The second half of a sentence about a text that is no date and time. */
export function dateTimeRemedyFor(meant: DateTimeMeant | undefined): string {
  return `it must be a date and time by RFC 3339, such as "${meant?.text ?? '2024-05-01T12:00:00Z'}"`;
}

/** Writes what was meant. Where a zone or time of day is made up, the author has the last word. */
export function dateTimeFixesOf(node: JsonNode, meant: DateTimeMeant | undefined): readonly Fix[] {
  if (meant === undefined) return [];
  const edits = [replaceValue(node, JSON.stringify(meant.text))];
  return [{ title: `Write ${meant.text}`, edits, isSafe: meant.isExact }];
}
