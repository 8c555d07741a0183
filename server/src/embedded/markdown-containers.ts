import type { MarkdownLine } from './markdown-line.ts';

/** A block of Markdown that holds others: a quotation, or an item of a list with the columns that its content is indented. */
export type Container = { readonly type: 'quotation' } | { readonly type: 'item'; readonly indent: number };

/** Deeper nesting is not a document's; each level costs every line of a text a look. */
const maxDepth = 100;

/** Passes over what continues open containers at the start of a line; says how many go on (CommonMark section 5). */
export function continuedBy(line: MarkdownLine, containers: readonly Container[]): number {
  let count = 0;
  for (const container of containers) {
    if (container.type === 'quotation') {
      if (!skipQuotationMark(line)) break;
    } else if (!line.isBlank) {
      if (line.indent < container.indent) break;
      line.skipColumns(container.indent);
    }
    count++;
  }
  return count;
}

/** The container that opens here, passed over; undefined where there is none. */
export function openedBy(line: MarkdownLine, isInParagraph: boolean, depth: number): Container | undefined {
  if (line.indent >= 4 || depth >= maxDepth) return undefined;
  if (skipQuotationMark(line)) return { type: 'quotation' };
  return isThematicBreak(line.rest) ? undefined : readItem(line, isInParagraph);
}

export function isThematicBreak(rest: string): boolean {
  return /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/.test(rest);
}

function skipQuotationMark(line: MarkdownLine): boolean {
  if (line.next !== '>' || line.indent >= 4) return false;
  line.skipContent(1);
  line.skipColumns(1);
  return true;
}

function readItem(line: MarkdownLine, isInParagraph: boolean): Container | undefined {
  const [marker, number] = /^(?:[*+-]|([0-9]{1,9})[.)])(?=[ \t]|$)/.exec(line.rest) ?? [];
  if (marker === undefined) return undefined;
  // Text that goes on can begin a line with a number or a dash.
  const isEmpty = line.rest.slice(marker.length).trim() === '';
  if (isInParagraph && (isEmpty || (number !== undefined && Number(number) !== 1))) return undefined;
  const before = line.indent;
  line.skipContent(marker.length);
  const gap = line.indent;
  // More than four blanks are one, and indented code.
  const width = isEmpty || gap > 4 ? 1 : gap;
  line.skipColumns(width);
  return { type: 'item', indent: before + marker.length + width };
}
