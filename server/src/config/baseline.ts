import { parseJson } from '../syntax/parse.ts';
import { itemsOf, membersOf, stringOf, valueOf } from '../syntax/tree.ts';

/** File name of the baseline, searched from a document's folder upward. */
export const baselineFileName = 'oci-lint.baseline.json';

/** Accepted findings: pointers by rule, by file path relative to the baseline's folder. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Parses a baseline; undefined if it is invalid. Never throws. */
export function readBaseline(text: string): Baseline | undefined {
  const { root, faults } = parseJson(text);
  const findings = valueOf(root, 'findings');
  if (faults.length > 0 || findings?.type !== 'object') return undefined;
  return new Map(
    membersOf(findings).map(({ name: file, value }) => [
      file,
      new Map(
        membersOf(value).map(({ name: rule, value: pointers }) => [
          rule,
          itemsOf(pointers).flatMap((pointer) => stringOf(pointer) ?? []),
        ]),
      ),
    ]),
  );
}

/** Serializes a baseline. Sorted, to keep diffs small. */
export function baselineText(baseline: Baseline): string {
  const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const findings = Object.fromEntries(
    sorted(baseline)
      .filter(([, rules]) => rules.size > 0)
      .map(([file, rules]) => [
        file,
        Object.fromEntries(sorted(rules).map(([rule, pointers]) => [rule, [...pointers].sort()])),
      ]),
  );
  return `${JSON.stringify({ findings }, undefined, 2)}\n`;
}
