import { printableLines } from '../features/printable.ts';
import { isFixable } from '../library/diagnostic.ts';
import { repair } from '../library/repair.ts';
import { fileDiff } from '../library/unified-diff.ts';
import { fileAt, sourcesAt } from './documents.ts';
import { type Input, Refusal, textsIn } from './input.ts';
import { judgeFor, linesOf, type Report, reportsOf } from './lint-tool.ts';
import type { ToolContext } from './tool-context.ts';

/** The changes that safe fixes would make, as a diff, and the remaining findings. */
export async function fixTool(input: Input, context: ToolContext): Promise<string> {
  const paths = textsIn(input, 'paths') ?? [];
  if (paths.length === 0) throw new Refusal('paths is required');
  const sources = new Map<string, boolean>();
  for (const path of paths)
    for (const { uri, isNamed } of await sourcesAt(path, false, context)) sources.set(uri, isNamed);
  const [diffs, reports]: [string[], Report[]] = [[], []];
  for (const [uri, isNamed] of sources) {
    context.signal.throwIfAborted();
    const read = await fileAt(uri, context);
    const judge = read && (await judgeFor({ uri, isNamed }, false, (rules) => rules, context));
    if (read === undefined || judge === undefined) continue;
    if (read.document.kind === undefined && !isNamed && read.host === undefined) continue;
    const repaired = await repair(read, judge);
    if (isFixable(read) && repaired.count > 0)
      diffs.push(fileDiff(context.shown(uri), read.bytes, repaired.source.bytes));
    reports.push(...(await reportsOf(repaired.source, repaired.parts, judge, context)));
  }
  return `${printableLines(diffs.join(''))}${linesOf(reports)}`;
}
