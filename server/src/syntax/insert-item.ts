import { replaceValue, type TextEdit } from './edit.ts';
import type { JsonDocument } from './parse.ts';
import { itemsOf, type JsonNode, memberAbove, spanOf } from './tree.ts';

/**
 * Adds a value at the end of an array, in the way the document is written: laid out over lines where its items or its own
 * member are, in one line where they are not. A null is taken for an empty array. `unit`: one step of indentation.
 */
export function insertItem({ text }: JsonDocument, array: JsonNode, value: unknown, unit = '  '): TextEdit {
  const items = itemsOf(array);
  const last = items.at(-1);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  if (last === undefined) {
    const own = indentationAt(text, memberAbove(array) === undefined ? array : memberAbove(array)!);
    if (own === undefined) return replaceValue(array, `[${JSON.stringify(value)}]`);
    const item = laidOut(value, unit, newline, own + unit);
    return replaceValue(array, `[${newline}${own}${unit}${item}${newline}${own}]`);
  }
  const { end } = spanOf(last);
  const indentation = indentationAt(text, last);
  if (indentation === undefined) {
    const gap = items.length < 2 || /\s$/.test(text.slice(0, spanOf(last).start)) ? ' ' : '';
    return { start: end, end, text: `,${gap}${JSON.stringify(value)}` };
  }
  return { start: end, end, text: `,${newline}${indentation}${laidOut(value, unit, newline, indentation)}` };
}

/** JSON over lines, each after the first indented further. */
export function laidOut(value: unknown, unit: string, newline: string, indentation: string): string {
  return JSON.stringify(value, undefined, unit).replaceAll('\n', newline + indentation);
}

/** The blanks before something that begins its line; undefined where something else stands before it. */
function indentationAt(text: string, place: { readonly start: number }): string | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', place.start - 1), text.lastIndexOf('\r', place.start - 1)) + 1;
  const before = text.slice(lineStart, place.start);
  return lineStart > 0 && /^[ \t]*$/.test(before) ? before : undefined;
}
