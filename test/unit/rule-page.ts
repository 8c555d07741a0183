/** A fenced block of a rule page. */
export interface PageBlock {
  /** The heading above it. */
  readonly heading: string;
  /** The line of the page where its text starts, counting from 1. */
  readonly line: number;
  /** The words after `json` in the fence, such as `kind=index` or `fixed`. */
  readonly options: ReadonlyMap<string, string>;
  /** Its lines as in the page, including annotations. */
  readonly lines: readonly string[];
}

/** A rule page is documentation and test in one. See `test/rule-pages.md` for the format. */
export interface RulePage {
  readonly id: string;
  /** The first sentence. */
  readonly title: string;
  /** The ids in its "Clause" section. */
  readonly clauses: readonly string[];
  readonly blocks: readonly PageBlock[];
}

/** An annotation below a line of an example. */
export interface Annotation {
  /** The line and columns in the document, counting from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly message: string;
}

export function readRulePage(text: string): RulePage {
  const lines = text.split('\n');
  const title = lines.find((line, at) => at > 0 && line.trim() !== '') ?? '';
  const blocks = [...blocksOf(lines)];
  const clauses = sectionOf(lines, '## Clause').flatMap((line) => /^- `([a-z0-9-]+)`/.exec(line)?.[1] ?? []);
  return { id: lines[0]!.replace(/^# /, ''), title, clauses, blocks };
}

function* blocksOf(lines: readonly string[]): Iterable<PageBlock> {
  let heading = '';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.startsWith('## ')) heading = line.slice(3);
    const fence = /^```(?:json|text)\b(.*)$/.exec(line);
    if (fence === null) continue;
    const end = lines.indexOf('```', at);
    if (end < 0) throw new Error(`${lines[0]}: the block on line ${at + 1} has no end`);
    yield { heading, line: at + 2, options: readOptions(fence[1]!), lines: lines.slice(at + 1, end) };
    at = end;
  }
}

function readOptions(text: string): ReadonlyMap<string, string> {
  const words = text.matchAll(/([a-z][a-z0-9-]*)(?:=(?:"([^"]*)"|(\S+)))?/g);
  return new Map([...words].map(([, name, inQuotes, bare]) => [name!, inQuotes ?? bare ?? '']));
}

function sectionOf(lines: readonly string[], heading: string): readonly string[] {
  const start = lines.indexOf(heading);
  const rest = start < 0 ? [] : lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  return end < 0 ? rest : rest.slice(0, end);
}

const annotationLine = /^\s*\/\//;

/** The text of a block without its annotations. */
export function documentTextOf({ lines, options }: PageBlock): string {
  const text = lines.filter((line) => !annotationLine.test(line)).join('\n');
  const whole = options.has('no-newline') ? text : `${text}\n`;
  if (!options.has('escapes')) return whole;
  const character = (hex: string): string => String.fromCodePoint(Number.parseInt(hex, 16));
  return whole.replace(/\\u\{([0-9A-F]+)(?:\*(\d+))?\}/g, (_, hex, times = '1') =>
    character(hex).repeat(Number(times)),
  );
}

/** The annotations of a block in order. */
export function annotationsOf({ lines }: PageBlock): readonly Annotation[] {
  const found: Annotation[] = [];
  let line = -1;
  for (const text of lines) {
    if (!annotationLine.test(text)) {
      line++;
      continue;
    }
    const match = /^(\s*\/\/ *)(\^+|<-) (error|warning|information|hint): (.*)$/.exec(text);
    if (match === null) throw new Error(`this is no annotation: ${text}`);
    const [, before, mark, severity, message] = match as unknown as [string, string, string, string, string];
    // `<-` marks a finding that starts below the slashes themselves. It is one character wide.
    const start = mark === '<-' ? text.indexOf('//') : before.length;
    found.push({ line, start, end: mark === '<-' ? start + 1 : start + mark.length, severity, message });
  }
  return found;
}

/** A document with annotations below its lines, as in a page. */
export function annotated(text: string, annotations: readonly Annotation[]): string {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines
    .flatMap((line, number) => [line, ...annotations.filter((one) => one.line === number).map(annotationText)])
    .join('\n');
}

function annotationText({ start, end, severity, message }: Annotation): string {
  if (start < 2) return `${' '.repeat(start)}// <- ${severity}: ${message}`;
  return `//${' '.repeat(start - 2)}${'^'.repeat(Math.max(end - start, 1))} ${severity}: ${message}`;
}
