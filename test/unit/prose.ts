import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A text that people read, and where it stands. */
export interface Prose {
  readonly where: string;
  /** What is filled in reads `""`. */
  readonly text: string;
}

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** What reads as broken or British: said in another way, or spelled the American way. */
export const unwanted: readonly RegExp[] = [
  /(?<!there )\bis no\b(?! longer)|\bis none of\b|\bhere has\b|\bpass(?:es|ed)? over\b|\bkept free\b|\bkeeps free\b|\bgoes by\b/i,
  /\bput up with\b|\bturned round\b|\bslips?\b|\bstrangers?\b|\bdiff ids?\b|\bwhoever\b|\bin the way\b|\bbeside this\b/i,
  /\b(?:licen[c]e|favour|colour|neighbour|behaviour|normalis|recognis|organis|unauthoris|mis-?spelt|spelt|catalogue)/i,
];

/** A text without what it quotes and what is code. */
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

/** The files below a folder whose names end so, generated ones left out. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending) && !/generated|node_modules/.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** A string or template on one line, as Biome formats them. */
const literal = /'((?:[^'\\]|\\.)*)'|(?<!\\)`((?:[^`\\]|\\.)*)`/g;

/** What a source says: its strings of two words and more, comments and imports left out. */
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

/** The lines of a Markdown page that are no code, no heading of a rule and no clause, links without their targets. */
export function proseOfPage(path: string): readonly Prose[] {
  return read(path)
    .replace(/^```.*?^```$/gms, (code) => code.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line, at) => ({ where: `${path}:${at + 1}`, text: line.replace(/\]\([^)]*\)/g, ']') }))
    .filter(({ text }) => text !== '' && !text.startsWith('- `'));
}

/** The values of some members anywhere in a JSON file. */
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
