import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { clauseTable, readClauses, rulesFor } from '../../scripts/generate/clauses.ts';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';

const clauses = await readClauses();
const known = new Map(clauses.map((clause) => [clause.id, clause]));

test('every document clause is enforced by a rule or says why not', () => {
  const unexplained = clauses.filter(
    ({ id, kind, notEnforced }) => kind !== 'conduct' && rulesFor(id).length === 0 && notEnforced === undefined,
  );
  assert.deepEqual(
    unexplained.map(({ id }) => id),
    [],
  );
  const both = clauses.filter(({ id, notEnforced }) => notEnforced !== undefined && rulesFor(id).length > 0);
  assert.deepEqual(
    both.map(({ id }) => id),
    [],
    'enforced although listed as not enforced',
  );
});

test('rules name only clauses that exist', () => {
  assert.deepEqual(
    ruleMetas.flatMap((meta) => meta.clauses.filter((id) => !known.has(id))),
    [],
  );
});

test('rule pages quote their clauses verbatim and mark those newer than 1.1.1', () => {
  for (const { id, clauses: named } of ruleMetas) {
    const page = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
    for (const name of named) {
      const { statement, since = '' } = known.get(name)!;
      assert.ok(page.includes(`- \`${name}\`: ${statement}`), `${id}: ${name}`);
      assert.ok(page.includes(since), `${id}: ${name} is newer: ${since}`);
    }
  }
});

test('rule pages say which version introduced their clauses', () => {
  for (const { id, clauses: named } of ruleMetas) {
    if (!named.some((name) => known.get(name)!.kind === 'document')) continue;
    const page = readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
    assert.match(page, /\n\*\*Since\.\*\* .*(?:[Vv]ersion|v1\.)/, id);
  }
});

test('the clause table in the docs is what `npm run generate` writes', () => {
  assert.equal(readFileSync(new URL('../../docs/clauses.md', import.meta.url), 'utf8'), clauseTable(clauses));
});
