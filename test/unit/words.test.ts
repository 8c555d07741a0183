import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ruleMetaById, ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { wordingsOf } from '../../server/src/rules/support/wording.ts';
import { proseOfPage, unwanted, unwantedIn } from './prose.ts';
import { annotationsOf, readRulePage } from './rule-page.ts';

const folderOf = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const done = readdirSync(folderOf('server/src/rules'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['generated', 'support'].includes(entry.name))
  .flatMap(({ name }) => readdirSync(folderOf(`server/src/rules/${name}`)).map((file) => basename(file, '.ts')))
  .filter((id) => ruleMetaById.has(id));

const messages = done.flatMap((id) =>
  readRulePage(readFileSync(folderOf(`docs/rules/${id}.md`), 'utf8')).blocks.flatMap((block) =>
    block.options.has('fixed') || block.options.has('file')
      ? []
      : annotationsOf(block).map(({ message }) => ({ id, message })),
  ),
);

/** What is well known in these words. */
const withSemicolon = /; the rest (?:of the file )?was not checked/;

const wordings = ruleMetas.flatMap((meta) => wordingsOf(meta).map((wording) => ({ ...wording, rule: meta.id })));
const lengthOf = (text: string): number => text.replace(/\{[A-Za-z]+\}|"[^"]*"/g, '""').length;

test('wordings have ids in kebab case, as the table of their rule says, and no two of a rule say the same', () => {
  assert.ok(wordings.length > 250, `${wordings.length} wordings`);
  for (const meta of ruleMetas) {
    const own = wordingsOf(meta);
    assert.deepEqual(
      own.map(({ id }) => id),
      Object.keys(meta.messages),
      meta.id,
    );
    assert.equal(new Set(own.map(({ text }) => text)).size, own.length, `${meta.id}: ${own.map(({ text }) => text)}`);
    for (const { id } of own) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/, meta.id);
  }
});

test('half of the wordings have 70 characters or fewer without what is filled in, and none has above 160', () => {
  const lengths = wordings.map(({ text }) => lengthOf(text)).toSorted((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  assert.ok(median > 0 && median <= 70, `the median of ${lengths.length} wordings is ${median}`);
  assert.deepEqual(
    wordings.filter(({ text }) => lengthOf(text) > 160),
    [],
  );
});

test('wordings have the words of the field, are sentences, and have two of them in place of a semicolon', () => {
  const texts = wordings.map(({ rule, id, text }) => ({ where: `${rule} ${id}`, text }));
  assert.deepEqual(texts.flatMap(unwantedIn), []);
  const wrong = texts.filter(({ text }) => !/[.?}]$/.test(text));
  assert.deepEqual(wrong, []);
  const semicolons = texts.filter(({ text }) => text.includes(';') && !withSemicolon.test(text));
  assert.deepEqual(semicolons, []);
});

test('half of the messages have at most 70 characters, and none more than 160 without quoted values', () => {
  const lengths = messages.map(({ message }) => message.length).toSorted((a, b) => a - b);
  const median = lengths[lengths.length >> 1] ?? 0;
  assert.ok(median > 0 && median <= 70, `the median of ${lengths.length} messages is ${median}`);
  const long = messages.filter(({ message }) => message.replace(/"[^"]*"/g, '""').length > 160);
  assert.deepEqual(long, []);
});

test('messages and titles use the terms of the field, and two sentences rather than a semicolon', () => {
  for (const { id, message } of messages) {
    const own = message.replace(/"[^"]*"/g, '""');
    assert.ok(!own.includes(';'), `${id}: ${message}`);
    for (const pattern of unwanted) assert.doesNotMatch(own, pattern, `${id}: ${message}`);
  }
  for (const id of done) {
    for (const pattern of unwanted) assert.doesNotMatch(ruleMetaById.get(id)?.title ?? '', pattern, id);
  }
});

test('rule pages are spelled like the messages', () => {
  for (const id of done) assert.deepEqual(proseOfPage(`docs/rules/${id}.md`).flatMap(unwantedIn), []);
});
