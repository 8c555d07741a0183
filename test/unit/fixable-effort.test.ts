/** Trying out each fix is limited to documents where it is cheap. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkParts, fixableOf, type Repairable } from '../../server/src/library/repair.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocumentBytes } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';

/** An image manifest with this many numeric annotations, and a count of how often it is checked. */
function manifestWith(count: number) {
  const annotations = Object.fromEntries(Array.from({ length: count }, (_, at) => [`com.example.${at}/x`, at]));
  const descriptor = {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: `sha256:${'a'.repeat(64)}`,
    size: 3,
  };
  const manifest = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    config: descriptor,
    layers: [],
    annotations,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(manifest));
  const counted = { checks: 0 };
  const judge = async ({ document }: Repairable) => {
    counted.checks++;
    return lint(document, defaultRuleSettings);
  };
  return { source: { document: readDocumentBytes('file:///a.json', bytes), bytes }, judge, counted };
}

test('tries out a few fixes of a small document', async () => {
  const { source, judge, counted } = manifestWith(3);
  const parts = await checkParts(source, judge);
  assert.equal((await fixableOf(source, parts, judge)).size, 3);
  assert.ok(counted.checks > 1, 'the fixes were tried');
});

test('takes a thousand fixes of a large document as they are', async () => {
  const { source, judge, counted } = manifestWith(60_000);
  const parts = await checkParts(source, judge);
  assert.ok((await fixableOf(source, parts, judge)).size > 500, 'there are fixes');
  assert.equal(counted.checks, 1);
});
