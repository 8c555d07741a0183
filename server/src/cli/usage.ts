/** A parsed help text, for generating completion scripts and the manual page. */
export interface Usage {
  /** The one-line description. */
  readonly summary: string;
  /** The usage lines, without the word "Usage:". */
  readonly synopsis: readonly string[];
  readonly sections: readonly UsageSection[];
}

export interface UsageSection {
  readonly title: string;
  readonly entries: readonly UsageEntry[];
  /** Text other than entries. */
  readonly paragraphs: readonly string[];
}

/** An option or a command. */
export interface UsageEntry {
  /** `--kind`, `-h`; for a command its first word. */
  readonly names: readonly string[];
  /** The placeholder of its value: `NAME`. */
  readonly value: string | undefined;
  /** Whether the value is optional and must follow an equals sign. */
  readonly isOptional: boolean;
  readonly text: string;
}

/** Column at which descriptions start. */
const column = 26;

/** Parses a help text. Sections start with an unindented line, entries with two spaces. */
export function readUsage(help: string): Usage {
  const [summary = '', ...lines] = help.trimEnd().split('\n');
  let section = sectionOf('');
  const sections = [section];
  const synopsis: string[] = [];
  for (const line of lines) {
    if (/^(?:Usage:| {7}oci-lint)/.test(line)) synopsis.push(line.slice('Usage: '.length));
    else if (/^\S/.test(line)) {
      section = sectionOf(line);
      sections.push(section);
    } else if (line !== '') addLine(section, line);
  }
  return { summary, synopsis, sections };
}

interface SectionBeingRead extends UsageSection {
  readonly entries: UsageEntry[];
  readonly paragraphs: string[];
}

function sectionOf(title: string): SectionBeingRead {
  return { title, entries: [], paragraphs: [] };
}

function addLine({ title, entries, paragraphs }: SectionBeingRead, line: string): void {
  const last = entries.at(-1);
  // Before the first heading is running text, in which a line can start with any word.
  const hasEntries = title !== 'Examples' && (title !== '' || last !== undefined || line.startsWith('  -'));
  if (hasEntries && last !== undefined && line.startsWith(' '.repeat(column))) {
    entries.splice(-1, 1, { ...last, text: `${last.text} ${line.trim()}`.trim() });
  } else if (hasEntries && isEntry(line)) entries.push(entryOf(line));
  else paragraphs.push(line.slice(2));
}

function isEntry(line: string): boolean {
  return /^ {2}(?:-|[a-z]+(?: |$))/.test(line) && (line.length < column || line[column - 1] === ' ');
}

/** `--rule ID=LEVEL`, `--changed[=REF]`, `--help, --version`, `new THING` */
function entryOf(line: string): UsageEntry {
  const [head, text] = [line.slice(0, column).trim(), line.slice(column).trim()];
  const names = head.match(/^[a-z]+|--?[a-z][a-z-]*/g) ?? [];
  const value = /[ =]([A-Z]+(?:=[A-Z]+)?)\]?(?: |$)/.exec(head)?.[1];
  return { names: /^[a-z]/.test(head) ? names.slice(0, 1) : names, value, isOptional: head.includes('[='), text };
}
