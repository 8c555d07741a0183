/** The first error in a blob carries a note that edits change its digest, and how to update it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';

const text = '{ "config": {}, "architecture": 1, "os": 2 }';
const type = 'application/vnd.oci.image.config.v1+json';

function notesIn(isBlob: boolean): readonly (string | undefined)[] {
  const document = readDocument('file:///layout/blobs/sha256/x', text, { pointedAs: type, isBlob });
  return toDiagnostics(document, lint(document, defaultRuleSettings))
    .filter(({ severity }) => severity === 1)
    .map(({ relatedInformation }) => relatedInformation?.at(-1)?.message);
}

test('adds the note to one error per blob, and to no other files', () => {
  const [first, ...others] = notesIn(true);
  assert.match(first ?? '', /^Blobs are content-addressed/);
  assert.ok(others.length > 0, 'only one error');
  for (const note of [...others, ...notesIn(false)]) assert.doesNotMatch(note ?? '', /content-addressed/);
});
