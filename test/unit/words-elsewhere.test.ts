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

/** What is well known in these words, and what is no prose. */
const withSemicolon = /default-src|; only what a rebuild|; the rest (?:of the file )?was not checked|charset=/;

const texts = (found: readonly Prose[]): readonly string[] => found.map(({ where, text }) => `${where}: ${text}`);

test('everything that the programs say has the words of the field', () => {
  assert.ok(said.length > 1500, `${said.length} texts found`);
  assert.deepEqual(said.flatMap(unwantedIn), []);
});

test('it has two sentences in place of a semicolon, and no text of a line is long', () => {
  const semicolons = said.filter(({ text }) => /;/.test(ownWordsOf(text)) && !withSemicolon.test(text));
  assert.deepEqual(texts(semicolons), []);
  const isNote = ({ where }: Prose) => where.includes('/facts/');
  assert.deepEqual(texts(said.filter((one) => !isNote(one) && ownWordsOf(one.text).length > 160)), []);
});

test('a refusal of the command line is one sentence without a full stop, or several with', () => {
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

test('help has the words of the field, within 100 columns', () => {
  for (const [where, text] of Object.entries({ help, newHelp, rehashHelp })) {
    assert.deepEqual(unwantedIn({ where, text }), []);
    const wide = text.split('\n').filter((line) => line.length > 100 && !line.startsWith('  oci-lint '));
    assert.deepEqual(wide, [], where);
  }
});

const shown = ['title', 'description', 'markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions'];

test('settings, commands and walkthrough are short and have the words of the field', () => {
  const found = proseOfJson('client/extension.json', shown);
  assert.ok(found.length > 30, `${found.length} texts found`);
  assert.deepEqual(found.flatMap(unwantedIn), []);
  const own = found.map((one) => ({ ...one, text: one.text.replace(/\n\[.*/s, '') }));
  assert.deepEqual(texts(own.filter(({ text }) => ownWordsOf(text).length > 160 || /;/.test(ownWordsOf(text)))), []);
});

test('a setting is described by sentences, a command is titled without a full stop', () => {
  const { contributes } = JSON.parse(read('client/extension.json'));
  const properties: Record<string, { markdownDescription?: string }> = contributes.configuration.properties;
  for (const [name, { markdownDescription = '' }] of Object.entries(properties))
    assert.match(markdownDescription, /^[A-Z].*[.`]$/s, name);
  for (const { command, title } of contributes.commands) assert.match(title, /^[A-Z].*[^.]$/, command);
});

test('what hovers say of properties has the words of the field', () => {
  const schemas = filesBelow('schemas', '.schema.json').filter((path) => !path.includes('/files/'));
  assert.deepEqual(schemas.flatMap((path) => proseOfJson(path, shown)).flatMap(unwantedIn), []);
});

test('the pages, the README and the changelog spell as the messages do', () => {
  const pages = [...filesBelow('docs', '.md').filter((path) => !/docs\/(?:rules|clauses)\.md/.test(path)), 'README.md'];
  assert.deepEqual([...pages, 'CHANGELOG.md'].flatMap(proseOfPage).flatMap(unwantedIn), []);
});
