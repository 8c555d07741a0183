/** A finding is called fixable exactly when `--fix` repairs it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, ociLint } from './cli-process.ts';
import { digestOf } from './image-layout.ts';
import { mutants } from './mutants.ts';
import { mutated } from './mutated.ts';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly { readonly rule: string; readonly pointer: string; readonly fixable: boolean }[];
  }[];
}

test('--fix repairs every finding that is called fixable, and changes nothing else', async (t) => {
  const documents = Object.fromEntries(mutants.map((mutant, at) => [`${mutant.kind}/${at}.json`, mutated(mutant)]));
  const cwd = await folderWith(t, documents);
  for (const kind of new Set(mutants.map((mutant) => mutant.kind))) {
    const args = ['--format', 'json', '--kind', kind, '--profile', 'strict'];
    const files = mutants.flatMap((mutant, at) => (mutant.kind === kind ? `${kind}/${at}.json` : []));
    const before: Report = JSON.parse((await ociLint([...args, ...files], { cwd })).stdout);
    const after: Report = JSON.parse((await ociLint([...args, '--fix', ...files], { cwd })).stdout);
    const left = new Set(after.files.flatMap((file) => keysOf(file)));
    const fixable = before.files.flatMap((file) => keysOf(file, ({ fixable: is }) => is));
    assert.deepEqual(
      fixable.filter((key) => left.has(key)),
      [],
    );
    const called = after.files.flatMap((file) => keysOf(file, ({ fixable: is }) => is));
    assert.deepEqual(called, [], '--fix would repair what it left');
  }
});

test('repairs null layers', async (t) => {
  const config = { mediaType: 'application/vnd.oci.image.config.v1+json', digest: digestOf('a'), size: 1 };
  const mediaType = 'application/vnd.oci.image.manifest.v1+json';
  const cwd = await folderWith(t, { 'a.json': JSON.stringify({ schemaVersion: 2, mediaType, config, layers: null }) });
  const { stdout } = await ociLint(['--format', 'json', 'a.json'], { cwd });
  const [first] = (JSON.parse(stdout) as Report).files[0]?.diagnostics ?? [];
  assert.equal(first?.pointer, '/layers');
  assert.equal(first?.fixable, true);
  const fixed = await ociLint(['--fix', '--format', 'concise', 'a.json'], { cwd });
  assert.match(fixed.stdout, /warning: .*\[manifest-layers\]/);
  assert.equal(fixed.status, 0);
});

function keysOf(
  { path, diagnostics }: Report['files'][number],
  isWanted: (one: Report['files'][number]['diagnostics'][number]) => boolean = () => true,
): readonly string[] {
  return diagnostics.filter(isWanted).map(({ rule, pointer }) => `${path} ${rule} ${pointer}`);
}
