import { parseJson } from '../syntax/parse.ts';
import { itemsOf, membersOf, stringOf, valueOf } from '../syntax/tree.ts';

/** The name under which it is looked for, from a document's folder upwards. */
export const baselineFileName = 'oci-lint.baseline.json';

/** Findings that are known and put up with: by file, relative to the baseline's folder, then by rule, the pointers. */
export type Baseline = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** Reads the text of a baseline; undefined for what is none. Never throws. */
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

/** The text of a baseline: sorted, so that a change shows as little as it is. */
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
