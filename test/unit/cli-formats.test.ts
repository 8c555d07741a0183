import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { descriptor, digestOf, folderWith, negativeSize, ociLint, quotedSize } from './cli-process.ts';

const message = '`size` must not be negative, found -1.';

test('stylish: prints a heading per file, a line per finding, and a summary', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize, 'b/c.json': quotedSize, 'd.json': descriptor() });
  const { stdout, status } = await ociLint(['.'], { cwd });
  assert.equal(
    stdout,
    `a.json
  4:11  error  ${message}  descriptor-size

b/c.json
  4:11  error  \`size\` must be an integer, not the string "32654". Remove the quotes.  descriptor-size

✖ 2 errors in 2 of 3 documents
  1 fixable with --fix
`,
  );
  assert.equal(status, 1);
});

test('stylish: aligns severities, and marks the summary with the worst', async (t) => {
  const twice = '{"mediaType": "a/b", "digest": "c", "size": -1,\n\n\n\n\n\n\n\n\n"digest": "d"}';
  const cwd = await folderWith(t, { 'a.json': twice });
  const off = (await rules()).filter((id) => !['digest-form', 'descriptor-size'].includes(id));
  const args = [...off.flatMap((id) => ['--rule', `${id}=off`]), '--rule', 'digest-form=warning', 'a.json'];
  const { stdout } = await ociLint(args, { cwd });
  assert.match(stdout, /^ {3}1:45 {2}error {4}`size`/m);
  assert.match(stdout, /^ {2}10:11 {2}warning {2}Invalid digest/m);
  assert.match(stdout, /^✖ 1 error, 1 warning$/m);
});

test('stylish: prints one line when there is nothing to report', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor(), 'b.json': descriptor(), 'empty/notes.txt': '' });
  assert.equal((await ociLint(['.'], { cwd })).stdout, '✔ 2 documents, nothing to report\n');
  assert.equal((await ociLint(['a.json'], { cwd })).stdout, '✔ 1 document, nothing to report\n');
  assert.equal((await ociLint(['empty'], { cwd })).stdout, 'No OCI documents found.\n');
});

test('stylish and concise: content and file names cannot control the terminal', async (t) => {
  const cwd = await folderWith(t, { 'a\u001b[31m.json': descriptor({ digest: 'x\u202e\u009b31m' }) });
  for (const format of ['stylish', 'concise']) {
    const { stdout } = await ociLint(['--format', format, '.'], { cwd });
    assert.match(stdout, /a\\u001b\[31m\.json/);
    assert.match(stdout, /x\\u202e\\u009b31m/);
    assert.doesNotMatch(stdout, /[\u001b\u202e\u009b]/);
  }
});

test('concise: prints one line per finding, counting from 1', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const { stdout } = await ociLint(['--format', 'concise', 'a.json'], { cwd });
  assert.equal(stdout, `a.json:4:11: error: ${message} [descriptor-size]\n`);
});

test('json: has every detail of each finding, counting from 0', async (t) => {
  const twice = `{"mediaType": "a/b", "digest": "${digestOf('a')}",\n "size": "7",\n "size": "7"}`;
  const cwd = await folderWith(t, { 'a.json': twice, 'b.json': negativeSize });
  const { stdout } = await ociLint(['--format', 'json', '.'], { cwd });
  const { version, files, summary } = JSON.parse(stdout);
  assert.equal(version, 1);
  assert.deepEqual(files[1], {
    path: 'b.json',
    kind: 'descriptor',
    diagnostics: [
      {
        rule: 'descriptor-size',
        severity: 'error',
        message,
        messageId: 'negative',
        pointer: '/size',
        range: { start: { line: 3, character: 10 }, end: { line: 3, character: 12 } },
        url: 'https://github.com/oci-manifests/oci-manifests/blob/main/docs/rules/descriptor-size.md',
        clause: 'descriptor-size-not-negative',
        clauseUnreleased: true,
        fixable: false,
        fixes: [],
        related: [],
      },
    ],
  });
  const found = files[0].diagnostics;
  const duplicate = found.find(({ rule }: { rule: string }) => rule === 'duplicate-names');
  assert.deepEqual(Object.keys(duplicate.related[0]), ['path', 'pointer', 'message']);
  assert.equal(duplicate.related[0].path, 'a.json');
  const size = found.find(({ rule }: { rule: string }) => rule === 'descriptor-size');
  assert.equal(size.fixable, true);
  assert.deepEqual(size.fixes[0].edits[0].range, size.range);
  assert.deepEqual(Object.keys(size.fixes[0]), ['title', 'isSafe', 'edits']);
  assert.deepEqual(summary, { files: 2, errors: found.length + 1, warnings: 0, information: 0, hints: 0 });
});

test('json: prints one line per file, and an object even without files', async (t) => {
  const cwd = await folderWith(t, { 'a.json': descriptor(), 'b.json': descriptor(), 'empty/notes.txt': '' });
  const { stdout } = await ociLint(['--format', 'json', '.'], { cwd });
  assert.equal(stdout.split('\n').length, 5);
  const nothing = JSON.parse((await ociLint(['--format', 'json', 'empty'], { cwd })).stdout);
  assert.deepEqual(nothing.files, []);
});

test('json: counts UTF-16 code units, and --quiet keeps errors only', async (t) => {
  const text = `{"mediaType": "a/b", "digest": "${digestOf('a')}", "\u{1f40b}": 1, "size": -1}`;
  const cwd = await folderWith(t, { 'a.json': text });
  const { files } = JSON.parse((await ociLint(['--format', 'json', 'a.json'], { cwd })).stdout);
  assert.equal(files[0].diagnostics[0].range.start.character, text.indexOf('-1'));
  const args = ['--format', 'json', '--quiet', '--rule', 'descriptor-size=hint', 'a.json'];
  const quiet = JSON.parse((await ociLint(args, { cwd })).stdout);
  assert.deepEqual(quiet.files[0].diagnostics, []);
  assert.equal(quiet.summary.hints, 0);
});

test('github: prints workflow commands with their special characters escaped', async (t) => {
  const cwd = await folderWith(t, { 'a,b:100%.json': negativeSize });
  const { stdout } = await ociLint(['--format', 'github', '--rule', 'descriptor-size=hint', '.'], { cwd });
  const place = 'file=a%2Cb%3A100%25.json,line=4,endLine=4,col=11,endColumn=13,title=oci-lint%3A descriptor-size';
  assert.equal(stdout, `::notice ${place}::${message}\n`);
});

test('gitlab: fingerprints stay the same when lines move', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize, 'b.json': negativeSize });
  const issues = async () => JSON.parse((await ociLint(['--format', 'gitlab', '.'], { cwd })).stdout);
  const [first, second] = await issues();
  const { fingerprint, ...rest } = first;
  assert.match(fingerprint, /^[0-9a-f]{32}$/);
  assert.deepEqual(rest, {
    type: 'issue',
    check_name: 'descriptor-size',
    description: message,
    severity: 'critical',
    location: { path: 'a.json', lines: { begin: 4, end: 4 } },
  });
  assert.notEqual(second.fingerprint, fingerprint);
  const moved = await folderWith(t, { 'a.json': `\n\n${negativeSize}` });
  const [same] = JSON.parse((await ociLint(['--format', 'gitlab', '.'], { cwd: moved })).stdout);
  assert.equal(same.fingerprint, fingerprint);
  assert.equal(same.location.lines.begin, 6);
});

test('junit: writes a suite per document in well-formed XML, with errors and warnings as failures', async (t) => {
  const cwd = await folderWith(t, { 'a&b.json': descriptor({ digest: '<"\u0001' }), 'c.json': descriptor() });
  const { stdout } = await ociLint(['--format', 'junit', '.'], { cwd });
  const lines = stdout.split('\n');
  assert.equal(lines[0], '<?xml version="1.0" encoding="UTF-8"?>');
  assert.equal(lines[1], '<testsuites name="oci-lint">');
  assert.match(stdout, /<testsuite name="a&amp;b\.json" tests="(\d)" failures="\1" errors="0">/);
  assert.match(stdout, /<testcase name="digest-form" classname="a&amp;b\.json"><failure type="error" message="/);
  assert.match(stdout, /<testsuite name="c\.json" tests="1" failures="0" errors="0">\n {4}<testcase name="oci-lint"/);
  assert.doesNotMatch(stdout.replace(/[\t\n\r]/g, ''), /[\u0000-\u001f\ud800-\udfff]/);
  assert.deepEqual(
    stdout.match(/<\w+|<\/\w+|\/>/g)?.filter((tag) => /testsuites/.test(tag)),
    ['<testsuites', '</testsuites'],
  );
});

test('--output-file writes the report without colors', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize });
  const args = ['--output-file', 'report.txt', 'a.json'];
  assert.deepEqual(await ociLint(args, { cwd, env: { FORCE_COLOR: '1' } }), { stdout: '', stderr: '', status: 1 });
  assert.match(await readFile(join(cwd, 'report.txt'), 'utf8'), /^a\.json\n {2}4:11 {2}error/);
});

test('--output-file leaves no empty report of a run that failed, and keeps the one before', async (t) => {
  const cwd = await folderWith(t, { 'a.json': negativeSize, before: 'the report before' });
  for (const format of ['stylish', 'concise']) {
    for (const report of ['report', 'r'.repeat(255), 'before'])
      assert.equal(
        (await ociLint(['--format', format, '--output-file', report, 'nowhere.json'], { cwd })).status,
        2,
        `${format} ${report}`,
      );
  }
  assert.deepEqual(readdirSync(cwd), ['a.json', 'before']);
  assert.equal(await readFile(join(cwd, 'before'), 'utf8'), 'the report before');
  // What was found beside the failure is reported.
  assert.equal((await ociLint(['--output-file', 'report', 'nowhere.json', 'a.json'], { cwd })).status, 2);
  assert.match(await readFile(join(cwd, 'report'), 'utf8'), /^a\.json\n/);
  assert.equal(
    (await ociLint(['--format', 'concise', '--output-file', 'report', 'oci-lint.config.json'], { cwd })).status,
    2,
  );
  assert.match(await readFile(join(cwd, 'report'), 'utf8'), /^a\.json\n/);
});

async function rules(): Promise<readonly string[]> {
  const { stdout } = await ociLint(['--list-rules']);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]!);
}

test('rdjson: counts columns in UTF-8 bytes and includes suggestions', async (t) => {
  const text = '{ "ä": 1, "mediaType": "application/vnd.oci.image.layer.v1.tar", "digest": "sha256:AA", "size": "2" }';
  const cwd = await folderWith(t, { 'a.json': text });
  const { stdout, status } = await ociLint(['--kind', 'descriptor', '--format', 'rdjson', 'a.json'], { cwd });
  const { source, diagnostics } = JSON.parse(stdout);
  assert.equal(source.name, 'oci-lint');
  const size = diagnostics.find(({ message }: { message: string }) => message.includes('size'));
  const column = Buffer.from(text.slice(0, text.indexOf('"2"'))).length + 1;
  assert.deepEqual(size.location.range.start, { line: 1, column });
  assert.equal(size.severity, 'ERROR');
  assert.deepEqual(size.suggestions[0], { range: size.location.range, text: '2' });
  assert.equal(status, 1);
});

test('agent: prints one line per finding with the remedy', async (t) => {
  const cwd = await folderWith(t, { 'b.json': descriptor({ size: '2' }) });
  const { stdout } = await ociLint(['--kind', 'descriptor', '--format', 'agent', 'b.json'], { cwd });
  assert.match(
    stdout,
    /^b\.json:\d+:\d+ error descriptor-size at \/size: .* Fix: run oci-lint --fix\.\n1 error, 0 warnings\n$/,
  );
});
