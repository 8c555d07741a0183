import type { MarkdownLine } from './markdown-line.ts';

/** A Markdown container block: a block quote, or a list item with its content indentation in columns. */
export type Container = { readonly type: 'quotation' } | { readonly type: 'item'; readonly indent: number };

/** Real documents never nest this deep, and every open container costs a check per line. */
const maxDepth = 100;

/**
 * Consumes the container markers that continue open containers on this line and returns how many continue (CommonMark
 * section 5).
 */
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

/** Consumes and returns the container that opens here, if any. */
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
  // Paragraph continuation text may start with a number or a dash.
  const isEmpty = line.rest.slice(marker.length).trim() === '';
  if (isInParagraph && (isEmpty || (number !== undefined && Number(number) !== 1))) return undefined;
  const before = line.indent;
  line.skipContent(marker.length);
  const gap = line.indent;
  // More than four spaces after the marker mean one space and indented code.
  const width = isEmpty || gap > 4 ? 1 : gap;
  line.skipColumns(width);
  return { type: 'item', indent: before + marker.length + width };
}
