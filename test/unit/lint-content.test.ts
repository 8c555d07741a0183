import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createContents } from '../../server/src/content/stores/contents.ts';
import { diskFiles } from '../../server/src/node/files.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { contentRules } from '../../server/src/rules/index.ts';

const pages = fileURLToPath(new URL('../../docs/rules/', import.meta.url));
const contents = createContents(diskFiles, startNodeHash);

/** The documents in the examples of the rule pages. */
const documents = readdirSync(pages)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => [...readFileSync(join(pages, name), 'utf8').matchAll(/```jsonc?[^\n]*\n(.*?)```/gs)])
  .map(([, text = '']) => readDocument('file:///nowhere/index.json', text.replaceAll(/^\/\/.*$/gm, '')))
  .filter(({ kind }) => kind !== undefined);

test('content rules report nothing without a layout or content, so none of them run', async () => {
  assert.ok(documents.length > 100, `${documents.length} documents`);
  for (const document of documents) {
    const targets = document.descriptors.flatMap((written) =>
      written.value === undefined ? [] : [{ written, value: written.value, verdict: { state: 'missing' as const } }],
    );
    for (const depth of ['sizes', 'small', 'all'] as const) {
      const reading = { document, targets, layout: undefined, isLayoutChecked: true, contents, depth };
      for (const rule of contentRules)
        for await (const { message } of rule.checkContent(reading)) assert.fail(`${rule.meta.id}: ${message}`);
    }
  }
});
