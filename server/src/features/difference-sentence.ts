import type { Aspect, Change, Difference } from '../content/difference/change.ts';
import { groupedBy } from '../content/grouped-by.ts';
import { refNameKey } from '../oci/annotation-keys.ts';
import { counted, grouped } from '../protocol/counted.ts';

/** Summarizes a difference in one or two sentences. `isSemantic`: ignore what a rebuild changes. */
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
  const scopePhrases = [...byScope].map(
    ([scope, all]) => [scope, phraseOf(all, hasPaths && problems.length === 0)] as const,
  );
  const same = new Set(scopePhrases.map(([, phrase]) => phrase));
  const [[, first = '']] = scopePhrases as [readonly [string, string]];
  if (scopePhrases.length === 1 && !isOfSeveral) return `${upper(first)}.`;
  if (same.size === 1 && scopePhrases.length > 1)
    return `In ${listed(
      scopePhrases.map(([scope]) => scope || 'the index'),
      3,
    )}: ${first}.`;
  const parts = scopePhrases
    .slice(0, maxScopes)
    .map(([scope, phrase]) => (scope === '' ? phrase : `${scope}: ${phrase}`));
  const rest = scopePhrases.length > maxScopes ? ` ${scopePhrases.length - maxScopes} more differ.` : '';
  return `${parts.map((part) => `${upper(part)}.`).join(' ')}${rest}`;
}

const maxScopes = 3;

const ofFiles: ReadonlySet<Aspect> = new Set(['path', 'mode', 'owner', 'xattr']);

/** The differences in one manifest or index. */
function phraseOf(changes: readonly Change[], hasPaths: boolean): string {
  const [first] = changes;
  if (first?.aspect === 'kind') return `${withArticle(first.before)} became ${withArticle(first.after)}`;
  const tags = changes.filter(({ aspect }) => aspect === 'tag').map(tagPhrase);
  const entries = changes.filter(({ aspect, part }) => aspect === 'entry' && part === 'index');
  const files = changes.filter(({ aspect }) => ofFiles.has(aspect));
  const isOfLayers = changes.some(({ part, aspect }) => /^(?:layer|content)/.test(part) && aspect !== 'entry');
  const others = groupedBy(
    changes.filter((change) => change.aspect !== 'tag' && !files.includes(change) && !entries.includes(change)),
    ({ part }) => part,
  );
  const fileParts = new Set(files.map(({ part }) => part));
  // Parts with the same differences are described together.
  const byWords = groupedBy(
    [...others],
    ([part, all]) => `${fileParts.has(part)} ${wordsOf(all)} ${all[0]?.aspect === 'content' ? all[0].kind : ''}`,
  );
  const phrases = [...byWords.values()].map((group) => {
    const [[part, all]] = group as [[string, Change[]]];
    const only = fileParts.has(part) ? 'also differ' : 'differ only';
    const verb = group.length === 1 ? only.replace('differ', 'differs') : only;
    const stored = all.every(({ aspect }) => aspect === 'content') && storedVerbs[all[0]?.kind ?? 'changed'];
    if (stored) {
      const isOne = group.length === 1;
      return `${listed(
        group.map(([name]) => name),
        4,
      )} ${isOne ? stored : stored.replace(/^is /, 'are ').replace(/^has /, 'have ')}`;
    }
    if (all.every(({ aspect }) => aspect === 'entry'))
      return `${listed(
        group.map(([name]) => name),
        4,
      )} ${entryVerbOf(all)}`;
    return `${listed(
      group.map(([name]) => name),
      4,
    )} ${verb} in ${wordsOf(all)}`;
  });
  // Only claim identical files if no layer was added, removed or unreadable.
  const isWhole = changes.every(
    ({ part, aspect, kind }) => aspect !== 'entry' || kind === 'moved' || !/^layer/.test(part),
  );
  const same = hasPaths && isOfLayers && isWhole ? ['same files'] : [];
  return [
    ...tags,
    ...(entries.length === 0 ? [] : [entriesPhrase(entries)]),
    ...(files.length > 0 ? filesPhrases(files, same.length > 0 ? ['same contents'] : []) : same),
    ...phrases,
  ].join('; ');
}

/** What became of content whose digest is the same. */
const storedVerbs: Readonly<Record<Change['kind'], string>> = {
  added: 'is missing from the first',
  removed: 'is missing from the second',
  changed: 'has the same digest but different bytes',
  moved: '',
};

/** "an image index", "a Docker manifest list" */
function withArticle(title = ''): string {
  return `${/^[aeiou]/i.test(title) ? 'an' : 'a'} ${title}`;
}

function entryVerbOf(changes: readonly Change[]): string {
  const kinds = new Set(changes.map(({ kind }) => kind));
  const [kind = 'changed'] = kinds;
  if (kinds.size > 1) return 'has other entries';
  return kind === 'changed' ? 'differs' : kind;
}

/** Added, removed and moved entries of an index, by name if there are few. */
function entriesPhrase(changes: readonly Change[]): string {
  const byKind = groupedBy(changes, ({ kind }) => kind);
  return [...byKind.values()].map((all) => `${entriesText(all)} ${entryVerbs[all[0]?.kind ?? 'changed']}`).join('; ');
}

const entryVerbs: Readonly<Record<Change['kind'], string>> = {
  added: 'added to the index',
  removed: 'removed from the index',
  moved: 'moved within the index',
  changed: 'changed in the index',
};

function entriesText(changes: readonly Change[]): string {
  const names = changes.flatMap(({ name }) => name ?? []);
  if (names.length < changes.length || names.length > maxNamed) return counted(changes.length, 'entry', 'entries');
  const attested = names.flatMap((name) => attestation.exec(name)?.[1] ?? []);
  if (attested.length < names.length) return listed(names, maxNamed);
  return `${attested.length === 1 ? 'attestation' : 'attestations'} of ${listed(attested, maxNamed)}`;
}

const maxNamed = 4;
const attestation = /^attestation of (.+)$/;

/** "latest moved from sha256:… to 2.0 sha256:…" */
function tagPhrase({ scope, before = '', after = '' }: Change): string {
  return `${scope.length === 0 ? 'the tag ' : ''}moved from ${before} to ${after}`;
}

/** Changes in the metadata of files, and how many files they affect. */
function detailsPhrase(files: readonly Change[], aspects: readonly Aspect[]): string {
  const paths = new Set(files.map(({ part, path }) => `${part} ${path}`)).size;
  const named = listed(
    aspects.map((aspect) => detailWords[aspect] ?? aspect),
    3,
  );
  return `${named} of ${counted(paths, 'path')} changed in ${partsOf(files)}${onlyPath(files)}`;
}

/** Changes in files: number of paths and where. `same`: used if only metadata changed. */
function filesPhrases(files: readonly Change[], same: readonly string[]): readonly string[] {
  const aspects = [...new Set(files.map(({ aspect }) => aspect))];
  return aspects.includes('path') ? [pathsPhrase(files)] : [...same, detailsPhrase(files, aspects)];
}

function pathsPhrase(files: readonly Change[]): string {
  const kinds = (['changed', 'added', 'removed', 'moved'] as const).flatMap((kind) => {
    const paths = new Set(files.filter((one) => one.kind === kind).map(({ part, path }) => `${part} ${path}`));
    return paths.size === 0 ? [] : [{ kind, count: paths.size }];
  });
  const counts = kinds.map(({ kind, count }, i) => {
    const number = grouped(count);
    return i > 0 ? `${number} ${kind}` : `${number} ${count === 1 ? 'path' : 'paths'} ${kind}`;
  });
  return `${counts.join(', ')} in ${partsOf(files)}${onlyPath(files)}`;
}

const detailWords: Readonly<Partial<Record<Aspect, string>>> = { xattr: 'extended attributes' };

function partsOf(files: readonly Change[]): string {
  return listed([...new Set(files.map(({ part }) => part))], 4);
}

/** The path, if there is only one. For a moved file, also its old path. */
function onlyPath(files: readonly Change[]): string {
  const [first, ...others] = files;
  if (first?.path === undefined || others.length > 0) return '';
  return first.kind === 'moved' ? ` (${first.before} → ${first.path})` : ` (${first.path})`;
}

function wordsOf(changes: readonly Change[]): string {
  return listed([...new Set(changes.map(wordOf))], 5);
}

const words: Readonly<Partial<Record<Aspect, string>>> = {
  mtime: 'modification times',
  order: 'order of entries',
  compression: 'compression',
  entry: 'content',
};

/** The subject of a change; for a property, its name. */
function wordOf({ kind, aspect, part, pointer = '' }: Change): string {
  if (aspect === 'encoding') return /^(?:layer|content)/.test(part) ? 'encoding of the archive' : 'formatting';
  if (kind === 'moved' && aspect === 'entry') return 'position';
  const known = words[aspect];
  if (known !== undefined) return known;
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = steps.indexOf('annotations');
  if (at >= 0) return annotationWords[steps[at + 1] ?? ''] ?? steps[at + 1] ?? 'annotations';
  const [first = aspect, second] = steps;
  return first === 'config' && second !== undefined ? second : first;
}

const annotationWords: Readonly<Record<string, string>> = { [refNameKey]: 'tag' };

function listed(names: readonly string[], limit: number): string {
  if (names.length > limit) return `${names.slice(0, limit - 1).join(', ')} and ${names.length - limit + 1} more`;
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function upper(text: string): string {
  return /^(?:an? |layer|config|index|manifest|same|entry|document|content|attestation|the )/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}
