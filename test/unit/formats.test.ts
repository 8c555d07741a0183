/** What tools of the field write gets no finding, or only those that docs/formats.md names. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { formatDocuments } from './format-documents.ts';

const page = readFileSync(fileURLToPath(new URL('../../docs/formats.md', import.meta.url)), 'utf8');

/** The rows of the page's tables: the ids of what was tried, with the rules that are said to speak. */
const rows = new Map(
  [...page.matchAll(/^\| [^|]+ \| `([^`|]+)` \| [^|]+ \|([^|]*)\|$/gm)].map(([, id = '', findings = '']) => [
    id,
    [...findings.matchAll(/\[([a-z-]+)\]/g)].map(([, rule]) => rule),
  ]),
);

test('the page lists what is tried here, and nothing else', () => {
  assert.deepEqual([...rows.keys()].sort(), formatDocuments.map(({ id }) => id).sort());
});

describe('the profile recommended', () => {
  for (const { id, document } of formatDocuments) {
    it(`says of ${id} what the page says`, () => {
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
