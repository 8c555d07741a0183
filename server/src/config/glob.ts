/** Whether a path fits. Paths are relative, with `/` between the segments. */
export type Glob = (path: string) => boolean;

/** A longer pattern, or one with more alternatives, braces multiplied out, is refused. */
const maxLength = 1000;
const maxAlternatives = 256;

/**
 * Compiles a glob: `*` and `?` within a segment, `**` for any number of segments, `[a-z]`, `[!a]`, `{one,two}`, and a
 * backslash before a character that stands for itself. Names with a leading dot are like others. A pattern without a slash
 * fits at any depth. Matching takes no more steps than pattern times path, so that no pattern can hold us up.
 * Undefined for a pattern that is not a glob (empty, too long, or of too many alternatives).
 */
export function globOf(pattern: string): Glob | undefined {
  if (pattern === '' || pattern.length > maxLength) return undefined;
  const anchored = pattern.replace(/^\.?\//, '');
  const deep = anchored === pattern && !pattern.replace(/\/$/, '').includes('/') ? `**/${anchored}` : anchored;
  const alternatives = expandBraces(deep.endsWith('/') ? `${deep}**` : deep);
  if (alternatives === undefined) return undefined;
  // `a/**` is what lies below `a`, and not `a`.
  const compiled = alternatives.map((text) =>
    text
      .replace(/(^|\/)\*\*$/, '$1**/*')
      .split('/')
      .map(toSegment),
  );
  return (path) => {
    const names = path.split('/');
    return compiled.some((segments) => fitsSequence(segments, names, isDeep, (segment, name) => segment.fits(name)));
  };
}

/** Whether a text has anything that means something in a glob. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** One segment of a pattern. */
interface Segment {
  /** `**` */
  readonly isDeep: boolean;
  fits(name: string): boolean;
}

/** What fits one character, or (`*`) any number of them. */
type Token = '*' | ((character: string) => boolean);

function isDeep(segment: Segment): boolean {
  return segment.isDeep;
}

function toSegment(pattern: string): Segment {
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
 * Whether a sequence of pattern parts fits a sequence of items, where a star fits any number of items and another part
 * exactly one. Only the last star seen ever needs to take more, so this never goes back further.
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

/** Multiplies out `{a,b}`, nested ones too. Undefined beyond the limit. */
function expandBraces(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    // The innermost pair that has a comma; a pair without one stands for itself.
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
