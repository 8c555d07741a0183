/** Documents that the field's tools write have no findings, except those listed in docs/formats.md. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { formatDocuments } from './format-documents.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/formats.md', import.meta.url)), 'utf8');

/** The rows of the page's tables: ids of the tested documents with the rules expected to report. */
const rows = new Map(
  [...page.matchAll(/^\| [^|]+ \| `([^`|]+)` \| [^|]+ \|([^|]*)\|$/gm)].map(([, id = '', findings = '']) => [
    id,
    [...findings.matchAll(/\[([a-z-]+)\]/g)].map(([, rule]) => rule),
  ]),
);

test('the page lists exactly the documents tested here', () => {
  assert.deepEqual([...rows.keys()].sort(), formatDocuments.map(({ id }) => id).sort());
});

describe('the recommended profile', () => {
  for (const { id, document } of formatDocuments) {
    it(`reports for ${id} what the page says`, () => {
      const read = readDocument(`file:///${id}.json`, JSON.stringify(document, undefined, 2));
      assert.ok(read.kind, 'no kind');
      const findings = lint(read, { ...defaultRuleSettings, profile: 'recommended' });
      assert.deepEqual(
        findings.map(({ rule }) => rule.id),
        rows.get(id) ?? [],
        findings.map(({ pointer, message }) => `${pointer}: ${message.text}`).join('\n'),
      );
    });
  }
});
