/** Layouts that lead back to themselves, or so deep that nobody looks: nothing is left out without a word, nothing breaks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';
import { blobOf, descriptorOf, manifestType, toJson } from './image-layout.ts';
import { empty, indexType } from './rich-layout.ts';

const head = {
  schemaVersion: 2,
  mediaType: manifestType,
  artifactType: 'text/x-example',
  config: empty,
  layers: [empty],
};
const falseDigest = (digit: string) => `sha256:${digit.repeat(64)}`;
const named = (digit: string) => ({ mediaType: manifestType, digest: falseDigest(digit), size: 300 });
const blobAt = (digit: string) => `blobs/sha256/${digit.repeat(64)}`;

function layoutOf(manifests: readonly object[], blobs: Record<string, string>): Record<string, string> {
  const index = toJson({ schemaVersion: 2, mediaType: indexType, manifests });
  return { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}', 'index.json': index, [blobOf('{}')]: '{}', ...blobs };
}

test('manifests that are about each other are in the tree, and so is one whose subject nobody lists', async (t) => {
  const circle = {
    [blobAt('e')]: toJson({ ...head, subject: named('f') }),
    [blobAt('f')]: toJson({ ...head, subject: named('e') }),
    [blobAt('d')]: toJson({ ...head, subject: named('f') }),
  };
  const cwd = await folderWith(t, layoutOf([named('d'), named('e'), named('f')], circle));
  const { stdout, status } = await ociLint(['tree', '.'], { cwd });
  for (const digit of 'def') assert.match(stdout, new RegExp(`sha256:${digit.repeat(12)}…`), `${digit} is missing`);
  assert.match(stdout, /content differs/);
  assert.equal(status, 1);

  const subject = toJson(head);
  const signature = toJson({ ...head, subject: descriptorOf(manifestType, subject) });
  const entries = [descriptorOf(manifestType, signature)];
  const lone = await folderWith(t, layoutOf(entries, { [blobOf(subject)]: subject, [blobOf(signature)]: signature }));
  const lines = (await ociLint(['tree', '.'], { cwd: lone })).stdout.trimEnd().split('\n');
  assert.deepEqual(
    lines.slice(1).map((line) => line.replace(/^[ │├└─]+/, '').split('  ')[0]),
    ['text/x-example', 'config', 'layer 0', 'subject'],
  );
});

test('entries that attest each other are in the tree', async (t) => {
  const texts = [toJson(head), toJson({ ...head, annotations: { n: '1' } })];
  const entries = texts.map((text, i) => ({
    ...descriptorOf(manifestType, text),
    annotations: {
      'vnd.docker.reference.type': 'attestation-manifest',
      'vnd.docker.reference.digest': descriptorOf(manifestType, texts[1 - i] ?? '').digest,
    },
  }));
  const cwd = await folderWith(t, layoutOf(entries, Object.fromEntries(texts.map((text) => [blobOf(text), text]))));
  const { stdout } = await ociLint(['tree', '.', '--format', 'json'], { cwd });
  for (const { digest } of entries) assert.ok(stdout.includes(digest), `${digest} is missing`);
});

test('two thousand manifests, each about the one before, are drawn', { timeout: 600_000 }, async (t) => {
  const texts = [toJson(head)];
  for (let i = 0; i < 2000; i++) {
    texts.push(toJson({ ...head, subject: descriptorOf(manifestType, texts.at(-1) ?? '') }));
  }
  const entries = texts.map((text) => descriptorOf(manifestType, text));
  const files = layoutOf(entries, Object.fromEntries(texts.map((text) => [blobOf(text), text])));
  const cwd = await folderWith(t, files);
  const { stdout, stderr, status } = await ociLint(['graph', '.'], { cwd });
  assert.deepEqual([stderr, status], ['', 0]);
  assert.match(stdout, /1,\d\d\d more</);
});
