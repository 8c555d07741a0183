import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type Baseline, baselineFileName, baselineText } from '../config/baseline.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { Before, FileWriter } from '../node/write-file.ts';
import { counted, grouped } from '../protocol/counted.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { loadBaseline } from './load-baseline.ts';
import type { Options } from './options.ts';
import { readRegular, shownPath, toPosix } from './paths.ts';

/** Collects the findings of a run for a baseline, by file. */
export interface BaselineMaker {
  add(path: string | undefined, findings: readonly LintFinding[]): void;
  /** Writes the baseline and returns a message. Throws a CliError. */
  write(): string;
}

/** For `--suppress-all`, records all findings; for `--prune`, only existing entries that still occur. */
export function baselineMaker(
  { baseline, isBaselineMade }: Options,
  cwd: string,
  writer: FileWriter,
): BaselineMaker | undefined {
  if (isBaselineMade === undefined) return undefined;
  const target = resolve(cwd, baseline ?? baselineFileName);
  const before = isBaselineMade === 'pruned' ? existing(target, cwd) : undefined;
  const bytesBefore = bytesAt(target, cwd);
  const found = new Map<string, Map<string, readonly string[]>>();
  return {
    add(path, findings) {
      if (path === undefined) return;
      const file = toPosix(relative(dirname(target), path));
      const rules = new Map<string, Set<string>>();
      for (const { rule, pointer } of findings) {
        const pointers = rules.get(rule.id) ?? new Set();
        rules.set(rule.id, pointers.add(pointer));
      }
      found.set(file, before === undefined ? toLists(rules) : stillIn(before.get(file), rules));
    },
    write() {
      // Files outside this run keep their entries.
      const others = [...(before ?? [])].filter(
        ([file]) => !found.has(file) && existsSync(resolve(dirname(target), file)),
      );
      const entries: Baseline = new Map([...others, ...found]);
      try {
        writer.write(target, baselineText(entries), bytesBefore);
      } catch (error) {
        throw new CliError(`could not write the baseline ${shownPath(target, cwd)}: ${reasonOf(error)}`);
      }
      const [now, then] = [countOf(entries), before && countOf(before)];
      const shown = shownPath(target, cwd);
      const has = `${shown}: ${counted(now, 'accepted finding')}`;
      return then === undefined ? has : `${has}, ${grouped(then - now)} removed`;
    },
  };
}

/** The baseline at the start of the run. If it has changed by the end, another run has written it. */
function bytesAt(path: string, cwd: string): Before {
  try {
    return existsSync(path) ? readRegular(path) : 'absent';
  } catch (error) {
    throw new CliError(`could not write the baseline ${shownPath(path, cwd)}: ${reasonOf(error)}`);
  }
}

function toLists(rules: ReadonlyMap<string, ReadonlySet<string>>): Map<string, readonly string[]> {
  return new Map([...rules].map(([rule, pointers]) => [rule, [...pointers]]));
}

/** The entries of a file that still occur. */
function stillIn(
  known: ReadonlyMap<string, readonly string[]> | undefined,
  rules: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, readonly string[]> {
  const kept = [...(known ?? [])].map(([rule, pointers]) => {
    const still = pointers.filter((pointer) => rules.get(rule)?.has(pointer));
    return [rule, still] as const;
  });
  return new Map(kept.filter(([, pointers]) => pointers.length > 0));
}

function existing(path: string, cwd: string): Baseline {
  const shown = shownPath(path, cwd);
  if (!existsSync(path)) throw new CliError(`no baseline ${shown} to prune. Use --suppress-all to create one.`);
  return loadBaseline(path, shown);
}

function countOf(baseline: Baseline): number {
  let count = 0;
  for (const rules of baseline.values()) for (const pointers of rules.values()) count += pointers.length;
  return count;
}
