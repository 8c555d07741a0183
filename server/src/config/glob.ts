/** Matches paths, which are relative with `/` as separator. */
export type Glob = (path: string) => boolean;

/** Limits for pattern length and for alternatives after brace expansion. */
const maxLength = 1000;
const maxAlternatives = 256;

/**
 * Compiles a glob. Supports `*` and `?` within a segment, `**` for any number of segments, `[a-z]`, `[!a]`, `{one,two}`
 * and backslash escapes. Leading dots are not special. A pattern without a slash matches at any depth. Matching takes
 * time proportional to pattern times path, so no pattern can stall it. Undefined if the pattern is empty, too long, or
 * has too many alternatives.
 */
export function globOf(pattern: string): Glob | undefined {
  if (pattern === '' || pattern.length > maxLength) return undefined;
  const anchored = pattern.replace(/^\.?\//, '');
  const deep = anchored === pattern && !pattern.replace(/\/$/, '').includes('/') ? `**/${anchored}` : anchored;
  const alternatives = expandBraces(deep.endsWith('/') ? `${deep}**` : deep);
  if (alternatives === undefined) return undefined;
  // `a/**` matches everything below `a`, but not `a` itself.
  const compiled = alternatives.map((text) =>
    text
      .replace(/(^|\/)\*\*$/, '$1**/*')
      .split('/')
      .map(segmentOf),
  );
  return (path) => {
    const names = path.split('/');
    return compiled.some((segments) => fitsSequence(segments, names, isDeep, (segment, name) => segment.fits(name)));
  };
}

function isLiteral(pattern: string): boolean {
  return !/[*?[\\]/.test(pattern);
}

/** Whether a text contains glob syntax. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** One segment of a pattern. */
export interface Segment {
  /** `**` */
  readonly isDeep: boolean;
  fits(name: string): boolean;
}

/** A predicate for one character, or `*` for any number of characters. */
type Token = '*' | ((character: string) => boolean);

function isDeep(segment: Segment): boolean {
  return segment.isDeep;
}

/** Compiles a pattern for a single name. */
export function segmentOf(pattern: string): Segment {
  if (isLiteral(pattern)) return { isDeep: false, fits: (name) => name === pattern };
  const ending = pattern.slice(1);
  if (pattern.startsWith('*') && isLiteral(ending)) return { isDeep: false, fits: (name) => name.endsWith(ending) };
  const tokens = tokensOf(pattern);
  return {
    isDeep: pattern === '**',
    fits: (name) =>
      fitsSequence(
        tokens,
        [...name],
        (token) => token === '*',
        (token, character) => token !== '*' && token(character),
      ),
  };
}

/**
 * Matches a sequence of pattern parts against items. A star matches any number of items, any other part exactly one.
 * Backtracks only to the most recent star, so it runs in quadratic time at worst.
 */
function fitsSequence<Part extends {}, Item extends {}>(
  parts: readonly Part[],
  items: readonly Item[],
  isStar: (part: Part) => boolean,
  fits: (part: Part, item: Item) => boolean,
): boolean {
  let [part, item, star, taken] = [0, 0, -1, 0];
  for (let here = items[item]; here !== undefined; here = items[item]) {
    const now = parts[part];
    if (now !== undefined && isStar(now)) [star, taken] = [part++, item];
    else if (now !== undefined && fits(now, here)) {
      part++;
      item++;
    } else if (star >= 0) [part, item] = [star + 1, ++taken];
    else return false;
  }
  return parts.slice(part).every(isStar);
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  const parts = /\\(?<escaped>.)|\[(?<not>[!^]?)(?<set>\]?[^\]]*)\]|(?<other>.)/gsu;
  for (const { groups } of pattern.matchAll(parts)) {
    const { escaped, not, set, other } = groups ?? {};
    if (set !== undefined && set !== '') tokens.push(classOf(set, not !== ''));
    else if (other === '*') tokens.push('*');
    else if (other === '?') tokens.push(() => true);
    else for (const own of escaped ?? other ?? `[${not}]`) tokens.push((character) => character === own);
  }
  return tokens;
}

/** `[a-z0-9_]` */
function classOf(set: string, isNegated: boolean): Token {
  const ranges = [...set.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one = '']) => [from ?? one, to ?? one] as const);
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isNegated;
}

/** Expands `{a,b}`, nested ones included. Undefined if the limit is exceeded. */
function expandBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    // The innermost braces with a comma. Braces without one are literal.
    const pair = /(?<!\\)\{([^{},]*,[^{}]*)(?<!\\)\}/.exec(text);
    const choices = pair?.[1];
    if (pair === null || choices === undefined) done.push(text);
    else {
      const rest = text.slice(pair.index + pair[0].length);
      for (const choice of choices.split(',')) open.push(text.slice(0, pair.index) + choice + rest);
    }
    if (done.length + open.length > maxAlternatives) return undefined;
  }
  return done;
}
