/** What the snippets insert is sound but for sizes that are still to be filled in, which the linter reminds of. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lint } from '../../server/src/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/settings.ts';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const snippets = Object.entries(read('snippets/json.json') as Record<string, Snippet>);

for (const [name, { prefix, body }] of snippets) {
  test(name, () => {
    const document = readDocument('file:///new.json', expanded(body.join('\n')));
    assert.deepEqual(document.json.faults, []);
    assert.ok(document.kind);
    const found = lint(document, defaultRuleSettings);
    const serious = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    for (const { message } of serious) assert.match(message, /^`size` is 0, but the digest is not that of no bytes/);
    assert.match(prefix, /^oci-/);
  });
}

test('they are contributed to both JSON languages, and their prefixes differ', () => {
  const { contributes } = read('package.json');
  assert.deepEqual(contributes.snippets, [
    { language: 'json', path: './snippets/json.json' },
    { language: 'jsonc', path: './snippets/json.json' },
  ]);
  assert.equal(new Set(snippets.map(([, { prefix }]) => prefix)).size, snippets.length);
});

/** A snippet's text with what its tab stops have at first. */
function expanded(body: string): string {
  const firsts = new Map<string, string>();
  const text = body.replace(/\$\{(\d+)(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_, stop, value, first) => {
    firsts.set(stop, value ?? first);
    return value ?? first;
  });
  return text.replace(/\$(\d+)/g, (_, stop) => firsts.get(stop) ?? '');
}
