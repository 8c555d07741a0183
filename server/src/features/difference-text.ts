import type { Change, Difference } from '../content/difference/change.ts';
import { grouped } from '../protocol/counted.ts';
import { differenceSentence } from './difference-sentence.ts';
import { inOneLine } from './markdown.ts';

/** Maximum number of changes shown per part and aspect. */
const maxShown = 10;
const longest = 100;

/** The summary, followed by the differences grouped by location. */
export function differenceText(difference: Difference, changes: readonly Change[], isSemantic: boolean): string {
  const lines = [inOneLine(differenceSentence(difference, isSemantic), 600)];
  for (const problem of difference.problems) lines.push(`! ${inOneLine(problem, 200)}`);
  let [scope, part] = ['', ''];
  const counts = new Map<string, number>();
  const totals = new Map<string, number>();
  for (const change of changes) totals.set(keyOf(change), (totals.get(keyOf(change)) ?? 0) + 1);
  for (const change of changes) {
    const key = keyOf(change);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > maxShown) continue;
    const own = change.scope.join(' › ');
    if (own !== scope || change.part !== part || lines.length === 1) {
      lines.push('', inOneLine([...change.scope, change.part].join(' › '), longest * 2));
      [scope, part] = [own, change.part];
    }
    lines.push(`  ${lineOf(change)}`);
    const more = (totals.get(key) ?? 0) - maxShown;
    if (count === maxShown && more > 0) lines.push(`    … and ${grouped(more)} more of ${change.aspect}`);
  }
  return `${lines.join('\n')}\n`;
}

function keyOf({ scope, part, aspect, kind, pointer = '' }: Change): string {
  return [...scope, part, aspect, kind, pointer.startsWith('/history') ? 'history' : ''].join('\n');
}

const signs: Readonly<Record<Change['kind'], string>> = { added: '+', removed: '-', changed: '~', moved: '>' };

function lineOf({ kind, aspect, path, pointer, before, after }: Change): string {
  // The root folder of a layer has no name.
  const what = [
    path === '' ? '.' : path,
    pointer,
    aspect === 'path' || aspect === 'property' || aspect === 'annotation' ? '' : aspect,
  ];
  const values = [before, after].map((value) => (value === undefined ? undefined : inOneLine(value, longest)));
  const shown =
    values[0] !== undefined && values[1] !== undefined ? values.join(' → ') : (values[0] ?? values[1] ?? '');
  const parts = [...what.map((one) => inOneLine(one ?? '', longest)), shown];
  return `${signs[kind]} ${parts.filter((one) => one !== '').join('  ')}`;
}
