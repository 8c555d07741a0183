import { globOf, segmentOf } from './glob.ts';

/** What an ignore file says about a path. Undefined: nothing. */
export type IgnoreVerdict = 'ignored' | 'unignored' | undefined;

/** The patterns of a `.gitignore` file. */
export interface IgnoreFile {
  /** `path`: relative to the file's folder. What is in an ignored folder is ignored. */
  verdictOn(path: string, isFolder: boolean): IgnoreVerdict;
}

interface Pattern {
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
  fits(path: string, name: string): boolean;
}

/**
 * Parses a `.gitignore` file (gitignore(5)). Never throws. Matching takes time proportional to pattern times path, so
 * that no file can stall a run.
 */
export function readIgnoreFile(text: string): IgnoreFile {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  // The last matching pattern decides.
  const patterns = lines.flatMap((line) => patternOf(line) ?? []).reverse();
  const folders = new Map<string, IgnoreVerdict>();

  function ownVerdict(path: string, name: string, isFolder: boolean): IgnoreVerdict {
    const found = patterns.find((pattern) => (isFolder || !pattern.isForFolders) && pattern.fits(path, name));
    return found && (found.isNegated ? 'unignored' : 'ignored');
  }

  function verdictOnFolder(path: string): IgnoreVerdict {
    if (!folders.has(path)) folders.set(path, verdictOn(path, true));
    return folders.get(path);
  }

  function verdictOn(path: string, isFolder: boolean): IgnoreVerdict {
    const slash = path.lastIndexOf('/');
    const above = slash > 0 ? verdictOnFolder(path.slice(0, slash)) : undefined;
    return above === 'ignored' ? above : ownVerdict(path, path.slice(slash + 1), isFolder);
  }

  return { verdictOn };
}

function patternOf(line: string): Pattern | undefined {
  const text = withoutTrailingSpaces(line.endsWith('\r') ? line.slice(0, -1) : line);
  if (text === '' || text.startsWith('#')) return undefined;
  const isNegated = text.startsWith('!');
  const whole = isNegated ? text.slice(1) : text;
  const isForFolders = whole.endsWith('/');
  const pattern = spelledAsGlob(isForFolders ? whole.slice(0, -1) : whole);
  if (pattern === '') return undefined;
  if (!pattern.includes('/')) {
    const { fits } = segmentOf(pattern);
    return { isNegated, isForFolders, fits: (_, name) => fits(name) };
  }
  const glob = globOf(pattern);
  return glob && { isNegated, isForFolders, fits: glob };
}

/** A backslash keeps a trailing space. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' && text[end - 2] !== '\\') end--;
  return text.slice(0, end);
}

const characterClasses: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  blank: ' \t',
  digit: '0-9',
  lower: 'a-z',
  space: ' \t\r\n\v\f',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
};

/** Braces have no meaning in an ignore file. Globs have no named classes. */
function spelledAsGlob(pattern: string): string {
  return pattern
    .replace(/[{}]/g, '\\$&')
    .replace(/\[:([a-z]{5,6}):\]/g, (text, name: string) => characterClasses[name] ?? text);
}
