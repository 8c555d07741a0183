/** Documents nested or repeated without limit are still checked, with effort proportional to their size. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';

const manifestType = 'application/vnd.oci.image.manifest.v1+json';
const descriptor = `"mediaType": "${manifestType}", "digest": "sha256:${'a'.repeat(64)}", "size": 3`;
const depth = 20_000;

function nested(open: string, close: string): string {
  return open.repeat(depth) + close.repeat(depth);
}

const indexWith = (entry: string, count = 1) =>
  `{"schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json", "manifests": [${new Array(count)
    .fill(`{${descriptor}, ${entry}}`)
    .join()}]}`;

const deep: readonly (readonly [string, string, RegExp])[] = [
  [
    'an annotation',
    indexWith(`"annotations": {"a.b": ${nested('[', ']')}}`),
    /Annotation `a\.b` must be a string, not an array/,
  ],
  ['entries that are the same', indexWith(`"x": ${nested('[', ']')}`, 2), /Duplicate entry/],
  [
    'a label',
    `{"architecture": "arm64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}, "config": {"Labels": {"a": ${nested('[', ']')}}}}`,
    /Label `a` must be a string/,
  ],
  [
    'a health check',
    `{"architecture": "arm64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}, "config": {"Healthcheck": {"Test": ${nested('[', ']')}}}}`,
    /Test\[0\]` must be a string/,
  ],
];

for (const [what, text, expected] of deep) {
  test(`handles 20,000 levels in ${what}`, async (t) => {
    const cwd = await folderWith(t, { 'a.json': text });
    for (const args of [[], ['--fix-dry-run']]) {
      const { stdout, stderr, status } = await ociLint([...args, '--format', 'concise', 'a.json'], { cwd });
      assert.match(stdout + stderr, expected);
      assert.equal(status, 1);
      assert.doesNotMatch(stderr, /internal error/);
    }
  });
}
