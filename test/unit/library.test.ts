import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { createLanguageService, fix, lint, lintLayout } from '../../server/src/main.library.ts';
import { filesIn } from '../../server/src/main.library-node.ts';
import { digestOf, negativeSize, ociLint, quotedSize } from './cli-process.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));

/** The report of a command-line run by path. */
async function reportOf(args: readonly string[], stdin = '') {
  const { stdout } = await ociLint([...args, '--format', 'json'], { cwd: samples, stdin });
  return JSON.parse(stdout).files as readonly {
    readonly path: string;
    readonly kind: string;
    readonly diagnostics: unknown;
  }[];
}

test('a document gets the findings that the command line reports for standard input', async () => {
  const broken = readdirSync(join(samples, 'broken')).filter((name) => name.endsWith('.json'));
  assert.equal(broken.length > 5, true, 'there are samples');
  for (const name of broken) {
    const text = readFileSync(join(samples, 'broken', name), 'utf8');
    const { kind, findings } = await lint(text);
    const [report] = await reportOf(['-', '--profile', 'recommended'], text);
    const plain = findings.map((finding) => ({
      ...finding,
      related: finding.related.map((one) => ({ ...one, path: '<stdin>' })),
    }));
    assert.deepEqual({ kind, diagnostics: plain }, { kind: report!.kind, diagnostics: report!.diagnostics }, name);
  }
});

for (const folder of readdirSync(samples).filter((name) => readdirSync(samples).includes(name))) {
  if (!isLayout(join(samples, folder))) continue;
  test(`the layout ${folder} gets the findings that the command line reports`, async () => {
    const { files } = await lintLayout(filesIn(join(samples, folder)));
    const reports = await reportOf(['--verify', folder]);
    assert.deepEqual(
      files.map(({ path, kind, findings }) => ({
        path: `${folder}/${path}`,
        kind,
        findings: withPaths(findings, folder),
      })),
      reports.map(({ path, kind, diagnostics }) => ({ path, kind, findings: diagnostics })),
    );
  });

  test(`the layout ${folder}, in memory and with a changed blob`, async () => {
    const files = new Map(
      readdirSync(join(samples, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [path.slice(join(samples, folder).length + 1), new Uint8Array(readFileSync(path))] as const;
        }),
    );
    const sound = await lintLayout(files);
    const name = [...files.keys()].find((path) => path.startsWith('blobs/'));
    assert.notEqual(name, undefined, 'the layout has blobs');
    const changed = await lintLayout(files.set(name!, new Uint8Array([...files.get(name!)!, 10])));
    assert.equal(changed.errors > sound.errors, true, 'the change is reported');
    const unread = await lintLayout(files, {
      rules: Object.fromEntries(changed.files.flatMap((file) => file.findings.map(({ rule }) => [rule, 'off']))),
    });
    assert.equal(unread.errors, 0, 'unless the rules are off');
  });
}

test('fixes text as text and bytes as bytes', async () => {
  const { document, fixed, findings } = await fix(quotedSize);
  assert.equal(document, quotedSize.replace('"32654"', '32654'));
  assert.deepEqual([fixed, findings], [1, []], 'one fix, and nothing left');
  const bytes = await fix(Buffer.from(quotedSize));
  assert.equal(Buffer.from(bytes.document).toString(), document, 'bytes give the same');
  const unfixed = await fix(negativeSize);
  assert.equal(unfixed.document, negativeSize, 'unfixable input is returned unchanged');
  assert.equal(unfixed.errors, 1, 'together with its findings');
});

test('the edits of safe fixes produce the text of fix()', async () => {
  const { findings } = await lint(quotedSize);
  const [edit] = findings[0]!.fixes.find(({ isSafe }) => isSafe)!.edits;
  const lines = quotedSize.split('\n');
  const { start, end } = edit!.range;
  const line = lines[start.line]!;
  lines[start.line] = line.slice(0, start.character) + edit!.newText + line.slice(end.character);
  assert.equal(lines.join('\n'), (await fix(quotedSize)).document);
});

test('keeps an unpaired surrogate, and fixes a byte order mark as in bytes', async () => {
  const half = quotedSize.replace('"digest"', '"\ud800": 1, "digest"');
  const { document, fixed } = await fix(half);
  assert.equal(document, half, 'unpaired surrogates have no UTF-8 encoding');
  assert.equal(fixed, 0);
  const marked = await fix(`\ufeff${quotedSize}`);
  assert.deepEqual([...Buffer.from(marked.document)], [...(await fix(Buffer.from(`\ufeff${quotedSize}`))).document]);
});

test('accepts any input, and fix() leaves nothing fixable', async () => {
  const anything = fc.oneof(fc.string(), fc.uint8Array(), fc.json(), fc.constantFrom(quotedSize, negativeSize));
  await fc.assert(
    fc.asyncProperty(anything, async (input) => {
      await lint(input);
      const { document, findings } = await fix(input);
      assert.deepEqual(
        (await lint(document)).findings.map(({ rule }) => rule),
        findings.map(({ rule }) => rule),
      );
      assert.equal((await fix(document)).fixed, 0, 'a second run fixes nothing');
    }),
    { numRuns: 300 },
  );
});

test('rejects invalid options with a reason', async () => {
  const refused: readonly [object, RegExp][] = [
    [{ kind: 'image' }, /^invalid kind "image"/],
    [{ profile: 'loose' }, /^options: .*"loose"/],
    [{ rules: { 'no-such-rule': 'off' } }, /^options: .*"no-such-rule"/],
    [{ rules: { 'digest-form': 'loud' } }, /^options: .*"loud"/],
    [{ config: { extend: 'spec' } }, /^config: .*"extend"/],
  ];
  for (const [options, message] of refused) {
    await assert.rejects(
      lint('{}', options),
      (error: Error) => error instanceof TypeError && message.test(error.message),
    );
    if (!('kind' in options)) await assert.rejects(lintLayout({ 'oci-layout': '{}' }, options), TypeError);
  }
  await assert.rejects(lintLayout({ 'index.json': '{}' }), /no OCI layout/);
  for (const document of [undefined, { schemaVersion: 2 }, new ArrayBuffer(2)] as unknown[] as string[]) {
    await assert.rejects(lint(document), /^TypeError: a document is a string or a Uint8Array$/);
    await assert.rejects(fix(document), /^TypeError: a document is a string or a Uint8Array$/);
  }
});

test('applies the configuration to the given path', async () => {
  const config = { overrides: [{ files: ['fixtures/**'], rules: { 'descriptor-size': 'off' } }] };
  assert.equal((await lint(negativeSize, { config, path: 'fixtures/a.json' })).errors, 0, 'off below fixtures');
  assert.equal((await lint(negativeSize, { config, path: 'a.json' })).errors, 1, 'and on elsewhere');
  assert.equal(
    (await lint('{}', { path: 'oci-layout' })).kind,
    'layout-header',
    'a file name that determines the kind',
  );
  assert.equal((await lint('{}')).kind, 'unknown', 'and one that does not');
});

test('accepts bytes and maps from another realm', async () => {
  const script = `({ bytes: Uint8Array.from('{}', (one) => one.charCodeAt(0)), files: new Map([['oci-layout', '{}']]) })`;
  const { bytes, files } = runInNewContext(script);
  assert.equal((await lint(bytes, { kind: 'layout-header' })).kind, 'layout-header');
  assert.equal((await lintLayout(files)).files[0]?.path, 'oci-layout');
});

test('reads no files outside the folder', async () => {
  const files = filesIn(join(samples, 'image-layout'));
  await assert.rejects(async () => files.stat('../README.md'), /not a path in a folder/);
  assert.equal((await files.stat('oci-layout'))?.type, 'file');
});

test('the language service knows only open documents', async () => {
  const changed: string[] = [];
  const service = createLanguageService({ onDiagnosticsChanged: (uri) => changed.push(uri) });
  const uri = 'file:///a.json';
  assert.deepEqual(await service.diagnostics(uri), [], 'nothing is open');
  service.open(uri, quotedSize);
  const [diagnostic] = await service.diagnostics(uri);
  assert.equal(diagnostic?.code, 'descriptor-size');
  const actions = await service.codeActions(uri, diagnostic!.range);
  assert.equal(
    actions.every(({ edit }) => edit !== undefined),
    true,
    'only edits are offered',
  );
  assert.equal(
    actions.some(({ kind }) => kind === 'quickfix'),
    true,
    'the fix is offered',
  );
  const hover = await service.hover(uri, { line: 2, character: quotedSize.split('\n')[2]!.indexOf(digestOf('a')) + 3 });
  assert.notEqual(hover, undefined, 'a digest has a hover');
  service.open(uri, quotedSize.replace('"32654"', '32654'));
  assert.deepEqual(await service.diagnostics(uri), [], 'the new text is valid');
  service.configure({ validate: { enable: false } });
  service.open(uri, negativeSize);
  assert.deepEqual(await service.diagnostics(uri), [], 'checking is off');
  service.close(uri);
  assert.equal(await service.hover(uri, { line: 0, character: 0 }), undefined, 'it is closed');
});

function isLayout(folder: string): boolean {
  try {
    return readdirSync(folder).includes('oci-layout');
  } catch {
    return false;
  }
}

function withPaths(findings: Awaited<ReturnType<typeof lint>>['findings'], folder: string) {
  return findings.map((finding) => ({
    ...finding,
    related: finding.related.map((one) => ({ ...one, path: `${folder}/${one.path}` })),
  }));
}
