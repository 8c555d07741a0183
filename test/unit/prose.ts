import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A user-visible text and its location. */
export interface Prose {
  readonly where: string;
  /** Placeholders are replaced by `""`. */
  readonly text: string;
}

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Unidiomatic or British wordings with their replacements. */
export const unwanted: readonly RegExp[] = [
  /(?<!there )\bis no\b(?! longer)|\bis none of\b|\bhere has\b|\bpass(?:es|ed)? over\b|\bkept free\b|\bkeeps free\b|\bgoes by\b/i,
  /\bput up with\b|\bturned round\b|\bslips?\b|\bstrangers?\b|\bdiff ids?\b|\bwhoever\b|\bin the way\b|\bbeside this\b/i,
  /\b(?:licen[c]e|favour|colour|neighbour|behaviour|normalis|recognis|organis|unauthoris|mis-?spelt|spelt|catalogue)/i,
];

/** A text without quotes and code. */
export function ownWordsOf(text: string): string {
  return text
    .replace(/"[^"]*"/g, '""')
    .replace(/`[^`]*`/g, '``')
    .replace(/“[^”]*”/g, '“”');
}

/** The unwanted words in a text. */
export function unwantedIn({ where, text }: Prose): readonly string[] {
  const own = ownWordsOf(text);
  return unwanted.flatMap((pattern) => (pattern.test(own) ? `${where}: "${pattern.exec(own)?.[0]}" in ${text}` : []));
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The files below a folder with this suffix, except generated ones. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/generated|node_modules/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** A string or template literal on one line, as formatted by Biome. */
const literal = /'((?:[^'\\]|\\.)*)'|(?<!\\)`((?:[^`\\]|\\.)*)`/g;

/** The string literals of a source with at least two words, without comments and imports. */
export function proseOfSource(path: string): readonly Prose[] {
  return read(path)
    .split('\n')
    .flatMap((line, at) => {
      if (/^\s*(?:\/\/|\/?\*|import |export [*{]|\} from )/.test(line)) return [];
      const texts = [...line.matchAll(literal)].map(([, quoted, template]) => quoted ?? template ?? '');
      return texts
        .map((text) => text.replaceAll('\\`', '`').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '""'))
        .filter((text) => /[A-Za-z]{2,} [a-z]/.test(text))
        .map((text) => ({ where: `${path}:${at + 1}`, text }));
    });
}

/** The lines of a Markdown page without code, rule headings and clauses, and with the targets of links removed. */
export function proseOfPage(path: string): readonly Prose[] {
  return read(path)
    .replace(/^```.*?^```$/gms, (code) => code.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line, at) => ({ where: `${path}:${at + 1}`, text: line.replace(/\]\([^)]*\)/g, ']') }))
    .filter(({ text }) => text !== '' && !text.startsWith('- `'));
}

/** The values of certain properties anywhere in a JSON file. */
export function proseOfJson(path: string, names: readonly string[]): readonly Prose[] {
  const found: Prose[] = [];
  const texts = (value: unknown): readonly string[] =>
    Array.isArray(value) ? value.flatMap(texts) : typeof value === 'string' ? [value] : [];
  JSON.parse(read(path), (name, value: unknown) => {
    if (names.includes(name)) found.push(...texts(value).map((text) => ({ where: `${path} ${name}`, text })));
    return value;
  });
  return found;
}
