/** What a help text says of its program, for those who put it in another form: completion scripts and the manual page. */
export interface Usage {
  /** The line that says what it does. */
  readonly summary: string;
  /** How it is called, without the word "Usage:". */
  readonly synopsis: readonly string[];
  readonly sections: readonly UsageSection[];
}

export interface UsageSection {
  readonly title: string;
  readonly entries: readonly UsageEntry[];
  /** What stands there beside entries. */
  readonly paragraphs: readonly string[];
}

/** An option or a command. */
export interface UsageEntry {
  /** `--kind`, `-h`; a command's first word. */
  readonly names: readonly string[];
  /** What it takes: `NAME`. */
  readonly value: string | undefined;
  /** Whether it may do without, and takes one only after an equals sign. */
  readonly isOptional: boolean;
  readonly text: string;
}

/** Where the texts of entries begin. */
const column = 26;

/** Reads a help text. A section begins with a line that is not indented; an entry with two blanks. */
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
  // Before the first title stands running text, in which a line may begin with any word.
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
