import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { tellsOurs } from '../../server/src/cli/candidates.ts';
import { createLook } from '../../server/src/node/look-through.ts';
import { readDocumentBytes } from '../../server/src/oci/document.ts';
import { folderWith, ociLint } from './cli-process.ts';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

/** Documents of every kind, as text. */
const documents = readdirSync(samples, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(samples, name), 'utf8'));

const others = ['{}', '[]', '', '{"name": "a", "dependencies": {}}', '[{"digest": 1}]', '"mediaType"', 'null', '// {'];

/** Documents that only a single property identifies. */
const terse = ['{"imageLayoutVersion":"1.0.0"}', '{"rootfs":{"type":"layers"}}', '{"schemaVersion":2,"manifests":[]}'];

/** Encodings of the same text, some of which a reader no longer understands. */
const changes: readonly ((text: string) => string | Uint8Array)[] = [
  (text) => text,
  (text) => `\ufeff \r\n\t${text}`,
  (text) => `[${text}]`,
  (text) => `// a remark\n${text}`,
  (text) => text.replaceAll('mediaType', 'm\\u0065diaType').replaceAll('schemaVersion', '\\u0073chemaVersion'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => text.slice(0, text.length / 2),
  (text) => text.slice(text.length / 2),
];

test('a look at the bytes misses no document that a full read would recognize', async (t) => {
  const folder = await folderWith(t, {});
  const path = join(folder, 'a.json');
  const look = createLook(128 * 1024);
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...terse), fc.constantFrom(...documents, ...others)),
      fc.constantFrom(...changes),
      // Place the telling property across and before the end of a 64 KiB chunk.
      fc.oneof(fc.constant(0), fc.integer({ min: 64 * 1024 - 40, max: 64 * 1024 + 5 })),
      (text, change, blanks) => {
        const bytes = Buffer.from(change(' '.repeat(blanks) + text));
        writeFileSync(path, bytes);
        const seen = look(path, tellsOurs('a.json'));
        if (seen === 'no') assert.equal(readDocumentBytes('file:///a.json', bytes).kind, undefined, text);
        else if (seen !== 'unclear') assert.ok(bytes.equals(seen), `other bytes than ${text}`);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('skips most foreign files after one look', async (t) => {
  const dependencies = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`package-${at}`, '^1.0.0']));
  const folder = await folderWith(t, {
    'package.json': JSON.stringify({ name: 'a', dependencies }),
    'list.json': JSON.stringify([{ mediaType: 'application/vnd.oci.image.manifest.v1+json' }]),
    'empty.json': '',
  });
  const look = createLook(1024 * 1024);
  for (const name of ['package.json', 'list.json', 'empty.json'])
    assert.equal(look(join(folder, name), tellsOurs(name)), 'no', name);
  // A layout's own files are recognized by name.
  assert.notEqual(look(join(folder, 'list.json'), tellsOurs('manifest.json')), 'no', 'manifest.json');
});

test('a folder has the findings of its files, in the order of their names', async (t) => {
  const files = Object.fromEntries(
    documents.flatMap((text, at) =>
      changes.map((change, how) => [`${how % 2 === 0 ? 'a' : 'b/c'}/${how}-${at}.json`, change(text)] as const),
    ),
  );
  const folder = await folderWith(t, files);
  const whole = reportOf(await ociLint(['--format', 'json', '.'], { cwd: folder }));
  const paths = Object.keys(files).sort((a, b) => (a < b ? -1 : 1));
  const named = reportOf(await ociLint(['--format', 'json', ...paths], { cwd: folder }));
  assert.deepEqual(
    whole.map(({ path }) => path),
    named.filter(({ kind }) => kind !== 'unknown').map(({ path }) => path),
  );
  assert.deepEqual(
    whole,
    named.filter(({ kind }) => kind !== 'unknown'),
  );
});

function reportOf({
  stdout,
}: {
  readonly stdout: string;
}): readonly { readonly path: string; readonly kind: string }[] {
  return (JSON.parse(stdout) as { files: { path: string; kind: string }[] }).files;
}
