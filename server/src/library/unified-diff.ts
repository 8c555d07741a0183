/** Number of unchanged lines around a change. */
const context = 3;

/** A range of lines that differs, half-open in both texts. */
interface Change {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The difference between two files in the format of `patch` and `git apply`; empty if there is none. */
export function fileDiff(path: string, before: Uint8Array, after: Uint8Array): string {
  const [old, changed] = [textOf(before), textOf(after)];
  if (old === undefined || changed === undefined) return `Binary files a/${path} and b/${path} differ\n`;
  return unifiedDiff(path, old, changed);
}

/** A BOM is kept as a character; undefined if the bytes are not UTF-8. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The difference between two texts in the format of `patch` and `git apply`; empty if there is none. */
export function unifiedDiff(path: string, oldText: string, newText: string): string {
  const oldLines = linesOf(oldText);
  const newLines = linesOf(newText);
  const hunks = hunksOf(changesBetween(oldLines, newLines));
  if (hunks.length === 0) return '';
  // Changes have line numbers for both sides, so no running offset is needed.
  const texts = hunks.map((changes) => hunkText(changes, oldLines, newLines));
  return `--- ${nameLine(`a/${path}`)}\n+++ ${nameLine(`b/${path}`)}\n${texts.join('')}`;
}

/** Formats a name like git: quoted with escapes if it has special characters, followed by a tab if it has spaces. */
function nameLine(name: string): string {
  if (/["\\\u0000-\u001f\u007f]/.test(name)) return `"${name.replace(/["\\\u0000-\u001f\u007f]/g, escaped)}"`;
  return name.includes(' ') ? `${name}\t` : name;
}

function escaped(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

/** Lines including their endings, which the last one may lack. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function changesBetween(oldLines: readonly string[], newLines: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < oldLines.length || j < newLines.length) {
    if (i < oldLines.length && oldLines[i] === newLines[j]) {
      i++;
      j++;
      continue;
    }
    const [oldEnd, newEnd] = nextAgreement(oldLines, newLines, i, j);
    changes.push({ oldStart: i, oldEnd, newStart: j, newEnd });
    [i, j] = [oldEnd, newEnd];
  }
  return changes;
}

/**
 * Look-ahead for resynchronization. Fixes change a few lines at a time. Beyond this, the rest is reported as changed,
 * which is longer but still correct.
 */
const reach = 64;

/** The nearest position at which both texts agree again. */
function nextAgreement(oldLines: readonly string[], newLines: readonly string[], i: number, j: number) {
  for (let distance = 1; distance <= reach; distance++) {
    for (let taken = 0; taken <= distance; taken++) {
      const [oldAt, newAt] = [i + taken, j + distance - taken];
      if (oldAt < oldLines.length && newAt < newLines.length && oldLines[oldAt] === newLines[newAt]) {
        return [oldAt, newAt] as const;
      }
    }
  }
  return [oldLines.length, newLines.length] as const;
}

/** Groups changes that are close enough to share context lines. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    if (last !== undefined && change.oldStart - (last.at(-1)?.oldEnd ?? 0) <= 2 * context) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(changes: readonly Change[], oldLines: readonly string[], newLines: readonly string[]): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return '';
  const before = Math.min(context, first.oldStart);
  const after = Math.min(context, oldLines.length - last.oldEnd);
  const oldRange = rangeOf(first.oldStart - before, last.oldEnd + after);
  const newRange = rangeOf(first.newStart - before, last.newEnd + after);
  const parts: string[] = [];
  let at = first.oldStart - before;
  for (const { oldStart, oldEnd, newStart, newEnd } of changes) {
    parts.push(marked(' ', oldLines.slice(at, oldStart)), marked('-', oldLines.slice(oldStart, oldEnd)));
    parts.push(marked('+', newLines.slice(newStart, newEnd)));
    at = oldEnd;
  }
  parts.push(marked(' ', oldLines.slice(at, at + after)));
  return `@@ -${oldRange} +${newRange} @@\n${parts.join('')}`;
}

/** `start,count` with one-based lines. An empty range refers to the line before it. */
function rangeOf(start: number, end: number): string {
  const count = end - start;
  return `${count === 0 ? start : start + 1},${count}`;
}

function marked(mark: string, lines: readonly string[]): string {
  return lines.map((line) => mark + (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}
