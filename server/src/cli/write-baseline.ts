import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Baseline, baselineFileName, baselineText, readBaseline } from '../config/baseline.ts';
import type { LintFinding } from '../lint.ts';
import { CliError, reasonOf } from './cli-error.ts';
import type { Options } from './options.ts';
import { shownPath, toPosix } from './paths.ts';

/** Gathers the findings of a run for a baseline: by the path of each file. */
export interface BaselineMaker {
  add(path: string | undefined, findings: readonly LintFinding[]): void;
  /** Writes it, and says in a sentence what was done. Throws a CliError. */
  write(): string;
}

/** For `--suppress-all`, all that is found; for `--prune`, only what was known before and is still found. */
export function baselineMaker({ baseline, isBaselineMade }: Options, cwd: string): BaselineMaker | undefined {
  if (isBaselineMade === undefined) return undefined;
  const target = resolve(cwd, baseline ?? baselineFileName);
  const before = isBaselineMade === 'pruned' ? existing(target, cwd) : undefined;
  const found = new Map<string, Map<string, string[]>>();
  return {
    add(path, findings) {
      if (path === undefined) return;
      const file = toPosix(relative(dirname(target), path));
      const rules = new Map<string, string[]>();
      for (const { rule, pointer } of findings) {
        if (before !== undefined && !before.get(file)?.get(rule.id)?.includes(pointer)) continue;
        const pointers = rules.get(rule.id) ?? [];
        if (!pointers.includes(pointer)) pointers.push(pointer);
        rules.set(rule.id, pointers);
      }
      found.set(file, rules);
    },
    write() {
      // Files that this run did not look at keep what is known of them.
      const others = [...(before ?? [])].filter(
        ([file]) => !found.has(file) && existsSync(resolve(dirname(target), file)),
      );
      const entries: Baseline = new Map([...others, ...found]);
      try {
        writeFileSync(target, baselineText(entries));
      } catch (error) {
        throw new CliError(`cannot write the baseline ${shownPath(target, cwd)}: ${reasonOf(error)}.`);
      }
      const [now, then] = [countOf(entries), before && countOf(before)];
      const shown = shownPath(target, cwd);
      return then === undefined ? `${shown} has ${now} findings.` : `${shown} has ${now} findings, and had ${then}.`;
    },
  };
}

function existing(path: string, cwd: string): Baseline {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const entries = text === undefined ? undefined : readBaseline(text);
  if (entries === undefined)
    throw new CliError(`there is no baseline ${shownPath(path, cwd)} to prune; --suppress-all makes one.`);
  return entries;
}

function countOf(baseline: Baseline): number {
  let count = 0;
  for (const rules of baseline.values()) for (const pointers of rules.values()) count += pointers.length;
  return count;
}
