import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ruleMetaById } from '../../server/src/rules/rule-metas.ts';
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
