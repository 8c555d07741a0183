import type { EmbeddedRange } from './embedded-range.ts';
import { type Container, continuedBy, isThematicBreak, openedBy } from './markdown-containers.ts';
import { htmlEndOf } from './markdown-html.ts';
import { MarkdownLine } from './markdown-line.ts';

/** The content of a fenced code block (CommonMark section 4.5). */
export interface Fence extends EmbeddedRange {
  /** The info string after the opening fence. */
  readonly info: string;
}

/**
 * The fenced code blocks of a Markdown text in source order, including those in block quotes and lists. An unclosed
 * fence ends with its container.
 */
export function fencesOf(text: string): readonly Fence[] {
  const scanner = new FenceScanner(text);
  for (const [start, end] of linesIn(text)) scanner.read(start, end);
  return scanner.finish();
}

function* linesIn(text: string): Iterable<readonly [start: number, end: number]> {
  const ending = /\r\n|\r|\n/g;
  let start = 0;
  for (let match = ending.exec(text); match !== null; match = ending.exec(text)) {
    yield [start, match.index];
    start = ending.lastIndex;
  }
  if (start < text.length) yield [start, text.length];
}

/** A fence that is still open. */
interface OpenFence {
  readonly marker: string;
  readonly info: string;
  readonly depth: number;
  /** For each line: its start, and where its container markers end. */
  readonly lines: (readonly [start: number, content: number])[];
}

class FenceScanner {
  private readonly fences: Fence[] = [];
  private containers: Container[] = [];
  private fence: OpenFence | undefined;
  private html: { readonly depth: number; readonly end: RegExp } | undefined;
  private isInParagraph = false;

  constructor(private readonly text: string) {}

  read(start: number, end: number): void {
    const line = new MarkdownLine(this.text, start, end);
    const depth = continuedBy(line, this.containers);
    if (this.fence !== undefined && depth >= this.fence.depth) return this.readInFence(this.fence, line);
    if (this.fence !== undefined) this.close(this.fence, start);
    if (this.html !== undefined && depth < this.html.depth) this.html = undefined;
    if (this.html === undefined) this.readBlock(line, depth);
    else if (this.html.end.test(line.rest)) this.html = undefined;
  }

  finish(): readonly Fence[] {
    if (this.fence !== undefined) this.close(this.fence, this.text.length);
    return this.fences;
  }

  private readInFence(fence: OpenFence, line: MarkdownLine): void {
    if (line.indent < 4 && closes(line.rest, fence.marker)) this.close(fence, line.start);
    else fence.lines.push([line.start, line.at]);
  }

  private readBlock(line: MarkdownLine, continued: number): void {
    const isWhole = continued === this.containers.length;
    const opened = this.openContainers(line, isWhole, continued);
    const isInterrupting = this.isInParagraph && opened.length === 0;
    const isText = !line.isBlank && !startsBlock(line, isInterrupting && isWhole, isInterrupting);
    // A lazy continuation line: paragraph text continues without the container markers.
    if (isText && isInterrupting) return;
    this.containers = [...this.containers.slice(0, continued), ...opened];
    this.isInParagraph = isText && line.indent < 4;
    if (isText || line.isBlank || line.indent >= 4) return;
    const [marker] = fenceStart.exec(line.rest) ?? [];
    const depth = this.containers.length;
    if (marker !== undefined) this.fence = { marker, info: line.rest.slice(marker.length).trim(), depth, lines: [] };
    else this.openHtml(line.rest, isInterrupting);
  }

  private openContainers(line: MarkdownLine, isWhole: boolean, continued: number): readonly Container[] {
    const opened: Container[] = [];
    for (;;) {
      const isInParagraph = this.isInParagraph && isWhole && opened.length === 0;
      const container = openedBy(line, isInParagraph, continued + opened.length);
      if (container === undefined) return opened;
      opened.push(container);
    }
  }

  private openHtml(rest: string, isInterrupting: boolean): void {
    const end = htmlEndOf(rest, isInterrupting);
    if (end !== undefined && !end.test(rest)) this.html = { depth: this.containers.length, end };
  }

  private close({ info, lines }: OpenFence, end: number): void {
    this.fence = undefined;
    const start = lines[0]?.[0] ?? end;
    const prefixes = lines.map(([at, content]) => this.text.slice(at, content));
    const linePrefix = prefixes.find((prefix) => prefix.includes('>')) ?? '';
    const text = linePrefix === '' ? this.text.slice(start, end) : this.withoutMarks(lines, end);
    this.fences.push({ info, start, text, linePrefix });
  }

  /** The lines of a fence in a container, with the container markers replaced by spaces. */
  private withoutMarks(lines: OpenFence['lines'], end: number): string {
    const parts = lines.map(([at, content], i) => {
      const marks = this.text.slice(at, content).replaceAll('>', ' ');
      return marks + this.text.slice(content, lines[i + 1]?.[0] ?? end);
    });
    return parts.join('');
  }
}

const fenceStart = /^(?:`{3,}(?=[^`]*$)|~{3,})/;

function closes(rest: string, marker: string): boolean {
  const [written] = /^(?:`+|~+)(?=[ \t]*$)/.exec(rest) ?? [''];
  return written.startsWith(marker);
}

/** Whether the line starts a block other than a paragraph. */
function startsBlock(line: MarkdownLine, isInParagraph: boolean, mayBeLazy: boolean): boolean {
  if (line.indent >= 4) return !isInParagraph && !mayBeLazy;
  const { rest } = line;
  const isHeading = /^#{1,6}(?:[ \t]|$)/.test(rest) || isThematicBreak(rest);
  // A setext heading underline ends the paragraph and turns it into a heading.
  const isUnderline = isInParagraph && /^(?:=+|-+)[ \t]*$/.test(rest);
  return isHeading || isUnderline || fenceStart.test(rest) || htmlEndOf(rest, isInParagraph || mayBeLazy) !== undefined;
}
