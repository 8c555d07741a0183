import assert from 'node:assert/strict';
import { test } from 'node:test';
import { help } from '../../server/src/cli/help.ts';
import { newHelp } from '../../server/src/cli/new/new-help.ts';
import { rehashHelp } from '../../server/src/cli/rehash-help.ts';
import {
  filesBelow,
  ownWordsOf,
  type Prose,
  proseOfJson,
  proseOfPage,
  proseOfSource,
  read,
  unwantedIn,
} from './prose.ts';

const sources = [...filesBelow('server/src', '.ts'), ...filesBelow('client/src', '.ts')];
const said = sources.flatMap(proseOfSource);

/** Established terms, and strings that are not prose. */
const withSemicolon = /default-src|; only what a rebuild|; the rest (?:of the file )?was not checked|charset=/;

const texts = (found: readonly Prose[]): readonly string[] => found.map(({ where, text }) => `${where}: ${text}`);

test('all program output uses the terms of the field', () => {
  assert.ok(said.length > 1500, `${said.length} texts found`);
  assert.deepEqual(said.flatMap(unwantedIn), []);
});

test('uses two sentences rather than a semicolon, and keeps one-line texts short', () => {
  const semicolons = said.filter(({ text }) => /;/.test(ownWordsOf(text)) && !withSemicolon.test(text));
  assert.deepEqual(texts(semicolons), []);
  const isNote = ({ where }: Prose) => where.includes('/facts/');
  assert.deepEqual(texts(said.filter((one) => !isNote(one) && ownWordsOf(one.text).length > 160)), []);
});

test('a command-line error is one sentence without a period, or several with one', () => {
  const refusals = filesBelow('server/src/cli', '.ts').flatMap((path) => {
    const calls = read(path).matchAll(/CliError\(\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g);
    return [...calls].map(([, plain, template]) => ({
      where: path,
      text: (plain ?? template ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '""'),
    }));
  });
  assert.ok(refusals.length > 60, `${refusals.length} refusals found`);
  const wrong = refusals.filter(({ text }) => {
    const isMany = /\. (?=\S)/.test(text);
    return /^[A-Z]/.test(text) || (/[^.]\.$/.test(text) && !isMany) || (isMany && !/[.?"\])]$|DIR$|FILE$/.test(text));
  });
  assert.deepEqual(texts(wrong), []);
});

test('the help uses the terms of the field within 100 columns', () => {
  for (const [where, text] of Object.entries({ help, newHelp, rehashHelp })) {
    assert.deepEqual(unwantedIn({ where, text }), []);
    const wide = text.split('\n').filter((line) => line.length > 100 && !line.startsWith('  oci-lint '));
    assert.deepEqual(wide, [], where);
  }
});

const shown = ['title', 'description', 'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions'];

test('settings, commands and walkthrough are short and use the terms of the field', () => {
  const found = proseOfJson('client/extension.json', shown);
  assert.ok(found.length > 30, `${found.length} texts found`);
  assert.deepEqual(found.flatMap(unwantedIn), []);
  const own = found.map((one) => ({ ...one, text: one.text.replace(/\n\[.*/s, '') }));
  assert.deepEqual(texts(own.filter(({ text }) => ownWordsOf(text).length > 160 || /;/.test(ownWordsOf(text)))), []);
});

test('settings are described by sentences, and command titles have no period', () => {
  const { contributes } = JSON.parse(read('client/extension.json'));
  const properties: Record<string, { markdownDescription?: string }> = contributes.configuration.properties;
  for (const [name, { markdownDescription = '' }] of Object.entries(properties))
    assert.match(markdownDescription, /^[A-Z].*[.`]$/s, name);
  for (const { command, title } of contributes.commands) assert.match(title, /^[A-Z].*[^.]$/, command);
});

test('property hovers use the terms of the field', () => {
  const schemas = filesBelow('schemas', '.schema.json').filter((path) => !path.includes('/files/'));
  assert.deepEqual(schemas.flatMap((path) => proseOfJson(path, shown)).flatMap(unwantedIn), []);
});

test('the pages, the README and the changelog are spelled like the messages', () => {
  const pages = [...filesBelow('docs', '.md').filter((path) => !/docs\/(?:rules|clauses)\.md/.test(path)), 'README.md'];
  assert.deepEqual([...pages, 'CHANGELOG.md'].flatMap(proseOfPage).flatMap(unwantedIn), []);
});
