import type { Aspect, Change, Difference } from '../content/difference/change.ts';
import { groupedBy } from '../content/grouped-by.ts';
import { grouped } from '../oci/counted.ts';

/** What two things differ in, in a sentence or two. `isSemantic`: without what a second build changes. */
export function differenceSentence(difference: Difference, isSemantic: boolean): string {
  const { changes, isIdentical, hasPaths, isOfSeveral, problems } = difference;
  if (isIdentical) return 'Identical: the same bytes.';
  const shown = isSemantic ? changes.filter(({ isIncidental }) => !isIncidental) : changes;
  if (shown.length === 0) {
    if (problems.length > 0) return 'No difference found, but not everything could be compared.';
    const aspects = [...new Set(changes.map(wordOf))].sort();
    return `${hasPaths ? 'Same files' : 'Same content'}. Only what a rebuild changes differs${aspects.length === 0 ? '' : `: ${listed(aspects, 5)}`}.`;
  }
  const byScope = groupedBy(shown, ({ scope }) => scope.join(', '));
  const told = [...byScope].map(([scope, all]) => [scope, phraseOf(all, hasPaths && problems.length === 0)] as const);
  const same = new Set(told.map(([, phrase]) => phrase));
  const [[, first = '']] = told as [readonly [string, string]];
  if (told.length === 1 && !isOfSeveral) return `${upper(first)}.`;
  if (same.size === 1 && told.length > 1)
    return `In ${listed(
      told.map(([scope]) => scope || 'the index'),
      3,
    )}: ${first}.`;
  const parts = told.slice(0, mostScopes).map(([scope, phrase]) => (scope === '' ? phrase : `${scope}: ${phrase}`));
  const rest = told.length > mostScopes ? ` ${told.length - mostScopes} more differ.` : '';
  return `${parts.map((part) => `${upper(part)}.`).join(' ')}${rest}`;
}

const mostScopes = 3;

const ofFiles: ReadonlySet<Aspect> = new Set(['path', 'mode', 'owner', 'xattr']);

/** What differs in one manifest or index. */
function phraseOf(changes: readonly Change[], hasPaths: boolean): string {
  const files = changes.filter(({ aspect }) => ofFiles.has(aspect));
  const isOfLayers = changes.some(({ part, aspect }) => /^(?:layer|content)/.test(part) && aspect !== 'entry');
  const others = groupedBy(
    changes.filter((change) => !files.includes(change)),
    ({ part }) => part,
  );
  const fileParts = new Set(files.map(({ part }) => part));
  // What differs in the same things is told together.
  const byWords = groupedBy([...others], ([part, all]) => `${fileParts.has(part)} ${wordsOf(all)}`);
  const phrases = [...byWords.values()].map((group) => {
    const [[part, all]] = group as [[string, Change[]]];
    const only = fileParts.has(part) ? 'also differ' : 'differ only';
    const verb = group.length === 1 ? only.replace('differ', 'differs') : only;
    const entries = all.every(({ aspect }) => aspect === 'entry');
    if (entries)
      return `${listed(
        group.map(([name]) => name),
        4,
      )} ${entryVerbOf(all)}`;
    return `${listed(
      group.map(([name]) => name),
      4,
    )} ${verb} in ${wordsOf(all)}`;
  });
  // Of a layer that came, went or could not be read nothing is said.
  const isWhole = changes.every(
    ({ part, aspect, kind }) => aspect !== 'entry' || kind === 'moved' || !/^layer/.test(part),
  );
  const same = hasPaths && isOfLayers && isWhole ? ['same files'] : [];
  return [...(files.length > 0 ? [filesPhrase(files)] : same), ...phrases].join('; ');
}

function entryVerbOf(changes: readonly Change[]): string {
  const kinds = new Set(changes.map(({ kind }) => kind));
  const [kind = 'changed'] = kinds;
  if (kinds.size > 1) return 'has other entries';
  const isMany = changes.length > 1;
  if (changes[0]?.part === 'index') return `has ${changes.length} ${isMany ? 'entries' : 'entry'} ${kind}`;
  return kind === 'changed' ? 'differs' : kind;
}

/** Counts of paths, by what became of them, and where. */
function filesPhrase(files: readonly Change[]): string {
  const counted = (['changed', 'added', 'removed', 'moved'] as const).flatMap((kind) => {
    const paths = new Set(files.filter((one) => one.kind === kind).map(({ part, path }) => `${part} ${path}`));
    return paths.size === 0 ? [] : [{ kind, count: paths.size }];
  });
  const counts = counted.map(({ kind, count }, i) => {
    const number = grouped(count);
    return i > 0 ? `${number} ${kind}` : `${number} ${count === 1 ? 'path' : 'paths'} ${kind}`;
  });
  const parts = [...new Set(files.map(({ part }) => part))];
  const only = files.length === 1 && files[0]?.path !== undefined ? ` (${files[0].path})` : '';
  return `${counts.join(', ')} in ${listed(parts, 4)}${only}`;
}

function wordsOf(changes: readonly Change[]): string {
  return listed([...new Set(changes.map(wordOf))], 5);
}

const words: Readonly<Partial<Record<Aspect, string>>> = {
  mtime: 'modification times',
  order: 'order of entries',
  compression: 'compression',
  encoding: 'encoding',
  entry: 'content',
};

/** What a change is about: of a property, its name. */
function wordOf({ kind, aspect, pointer = '' }: Change): string {
  if (kind === 'moved' && aspect === 'entry') return 'position';
  const known = words[aspect];
  if (known !== undefined) return known;
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = steps.indexOf('annotations');
  if (at >= 0) return steps[at + 1] ?? 'annotations';
  const [first = aspect, second] = steps;
  return first === 'config' && second !== undefined ? second : first;
}

function listed(names: readonly string[], most: number): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function upper(text: string): string {
  return /^(?:layer|config|index|manifest|same|entry|document|content)/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}
