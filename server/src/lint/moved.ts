import type { Finding, Fix, Related } from '../rules/rule.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { Span } from '../syntax/span.ts';

/** The position of a value in a version of a text. */
export interface ValuePosition {
  readonly start: number;
  readonly pointer: string;
}

/** Translates a finding about a value, or something in it, to the value's new position. */
export function moved(finding: Finding, from: ValuePosition, to: ValuePosition): Finding {
  const by = to.start - from.start;
  if (by === 0 && from.pointer === to.pointer) return finding;
  const { missingFrom, related, fixes, without } = finding;
  const pointerOf = (pointer: string): string => to.pointer + pointer.slice(from.pointer.length);
  return {
    ...finding,
    span: shifted(finding.span, by),
    pointer: pointerOf(finding.pointer),
    ...(missingFrom === undefined ? {} : { missingFrom: pointerOf(missingFrom) }),
    ...(related === undefined ? {} : { related: related.map((related) => movedRelated(related, by, pointerOf)) }),
    ...(fixes === undefined ? {} : { fixes: fixes.map((fix) => movedFix(fix, by)) }),
    ...(without === undefined ? {} : { without: movedLater(without, from, to) }),
  };
}

function movedLater(
  without: NonNullable<Finding['without']>,
  from: ValuePosition,
  to: ValuePosition,
): Finding['without'] {
  return (names) => {
    const left = without(names);
    return left && moved(left, from, to);
  };
}

function shifted<Shifted extends Span>(span: Shifted, by: number): Shifted {
  return { ...span, start: span.start + by, end: span.end + by };
}

function movedRelated(related: Related, by: number, pointerOf: (pointer: string) => string): Related {
  if (related.uri !== undefined) return related;
  return { ...related, span: shifted(related.span, by), pointer: pointerOf(related.pointer) };
}

function movedFix(fix: Fix, by: number): Fix {
  return { ...fix, edits: fix.edits.map((edit: TextEdit) => shifted(edit, by)) };
}
