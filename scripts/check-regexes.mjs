// No regular expression may take quadratic time or worse. recheck analyzes every one in the sources. Safe results are
// kept in regexes.json, which is committed, because the analysis is slow and its outcome depends on timeouts.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';

/** The lines to print, one per regular expression that is not safe. */
export async function checkRegexes(root) {
  const file = join(root, 'scripts/regexes.json');
  const before = new Set(readSafe(file));
  const safe = new Set();
  const wrongs = [];
  for (const source of sourceFilesIn(join(root, 'server/src'), join(root, 'client/src'))) {
    for (const { pattern, flags, line, isBounded } of regexesIn(readFileSync(source, 'utf8'))) {
      if (isBounded) continue;
      const key = createHash('sha256').update(`${flags}/${pattern}`).digest('base64url').slice(0, 22);
      const verdict = before.has(key) || safe.has(key) ? 'safe' : await judge(pattern, flags);
      if (verdict === 'safe') safe.add(key);
      else wrongs.push(`${relative(root, source)}:${line}: /${pattern}/${flags} is ${verdict}`);
    }
  }
  const text = `${JSON.stringify([...safe].sort(), undefined, 2)}\n`;
  if (wrongs.length === 0 && (!existsSync(file) || text !== readFileSync(file, 'utf8'))) writeFileSync(file, text);
  return wrongs;
}

function readSafe(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

let recheck;

/** `safe`, or why it is not. */
async function judge(pattern, flags) {
  // The pure JavaScript engine. The others start a process or need Java.
  process.env.RECHECK_BACKEND = 'pure';
  recheck ??= createRequire(import.meta.url)('recheck');
  const { status, complexity, error } = await recheck.check(pattern, flags.replace(/[dv]/g, ''), { timeout: 20_000 });
  if (status === 'safe') return 'safe';
  return status === 'vulnerable' ? `not linear: ${complexity.summary}` : `not judged: ${error.kind}`;
}

/**
 * The regular expression literals of a source. Those below a comment starting with `Bounded:` only receive short texts.
 */
export function* regexesIn(text) {
  const lines = text.split('\n');
  const token =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`|\}|\{|\/(?![/*])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|[\w$]+|[^\s]/g;
  /** For each open brace, whether it belongs to a template placeholder. */
  const braces = [];
  let before = '';
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found.startsWith('//') || found.startsWith('/*')) continue;
    if (found === '`' || (found === '}' && braces.pop() === 'hole')) {
      token.lastIndex = endOfTemplate(text, match.index + 1);
      if (text[token.lastIndex - 1] === '{') braces.push('hole');
      before = text[token.lastIndex - 1] === '{' ? '{' : '`';
      continue;
    }
    if (found === '{') braces.push('block');
    if (found.length > 2 && found.startsWith('/')) {
      if (isOperand(before)) {
        token.lastIndex = match.index + 1;
        before = '/';
        continue;
      }
      const end = found.lastIndexOf('/');
      const line = text.slice(0, match.index).split('\n').length;
      const isBounded = /^\s*\/\/ Bounded: ./.test(lines[line - 2] ?? '');
      yield { pattern: found.slice(1, end), flags: found.slice(end + 1), line, isBounded };
    }
    before = found;
  }
}

/** After a value, a slash is a division. */
function isOperand(token) {
  return /^[\w$)\]`'"]/.test(token) && !/^(?:return|typeof|case|in|of|yield|await|else)$/.test(token);
}

/** After the end of a template, or after the `${` of its next placeholder. */
function endOfTemplate(text, start) {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '`') return at + 1;
    else if (text[at] === '$' && text[at + 1] === '{') return at + 2;
  }
  return text.length;
}

function* sourceFilesIn(...folders) {
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      const isSource = entry.isFile() && /\.[cm]?ts$/.test(entry.name) && !entry.parentPath.includes('generated');
      if (isSource) yield join(entry.parentPath, entry.name);
    }
  }
}
