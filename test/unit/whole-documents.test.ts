/** Documents offered in an empty file are valid except for sizes to fill in, which the linter reports. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompletionList, TextEdit } from 'vscode-languageserver-types';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { completionsOf } from '../../server/src/features/completion/completions.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import type { KindHints } from '../../server/src/oci/decide-kind.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { memoryFiles } from './memory-files.ts';

const uri = 'mem://test/new.json';

function offeredIn(text: string, offset: number, takesSnippets: boolean, hints: KindHints = {}) {
  const contents = createContents(memoryFiles([]), startNodeHash);
  return completionsOf(readDocument(uri, text, hints), offset, contents, takesSnippets);
}

/** The texts offered to a client without snippet support, by label. */
async function textsIn(text: string, hints: KindHints = {}): Promise<ReadonlyMap<string, string>> {
  const { items } = (await offeredIn(text, text.length, false, hints)) as CompletionList;
  return new Map(items.map(({ label, textEdit }) => [label, (textEdit as TextEdit).newText]));
}

test('each has a known kind and no findings except for sizes of 0', async () => {
  const texts = await textsIn('');
  assert.deepEqual(
    [...texts.keys()],
    ['oci-index', 'oci-multi-platform', 'oci-manifest', 'oci-artifact', 'oci-attached', 'oci-package'],
  );
  for (const [label, text] of [...texts, ...(await textsIn('', { path: 'layout-header' }))]) {
    const document = readDocument(uri, text);
    assert.deepEqual(document.json.faults, [], label);
    assert.ok(document.kind, label);
    const found = lint(document, defaultRuleSettings);
    const serious = found.filter(({ severity }) => severity === 'error' || severity === 'warning');
    for (const { message } of serious)
      assert.match(message.text, /^`size` is 0, but the digest is not that of empty content/);
  }
});

test('offers the single possible text in an oci-layout file', async () => {
  const texts = await textsIn('\n', { path: 'layout-header' });
  assert.deepEqual([...texts.keys()], ['oci-layout']);
  assert.deepEqual(JSON.parse(texts.get('oci-layout')!), { imageLayoutVersion: '1.0.0' });
});

test('replaces a partial word, and uses tab stops only for clients that support them', async () => {
  const { items } = (await offeredIn('\noci-in\n', 7, true)) as CompletionList;
  const index = items[0]!;
  assert.equal(index.insertTextFormat, 2);
  const { range, newText } = index.textEdit as TextEdit;
  assert.deepEqual(range, { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } });
  assert.match(newText, /\$\{1:sha256:0+\}/);
});

test('offers none next to other text or away from the cursor', async () => {
  assert.equal(await offeredIn('{}', 2, true), undefined);
  assert.equal(await offeredIn('\noci-in\n', 0, true), undefined);
  assert.equal(await offeredIn(' '.repeat(20_000), 5, true), undefined);
});
