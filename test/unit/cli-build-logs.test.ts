/** Text from documents and file names must not act as commands of the build server that reads the log. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../server/src/cli/formats.ts';
import { folderWith, ociLint } from './cli-process.ts';

const command = /##(?:vso|teamcity)?\[/i;
const atLineStart = /^\s*::/m;

const spoken = ['##[set-output name=a]b', '##vso[task.setvariable]x', '##TeamCity[x]', '::error::x', ' ::add-mask::x'];
const hostileIndex = JSON.stringify({
  schemaVersion: 2,
  mediaType: 'application/vnd.oci.image.index.v1+json',
  manifests: spoken.map((text) => ({ mediaType: text, digest: text, size: text, [text]: 1, platform: { os: text } })),
});
const names = ['::error::a.json', '##[group]b.json', '##vso[c].json', ' ::d.json', 'e\u001b[31m\u009b31m\u202e.json'];

const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

for (const format of formats) {
  test(`--format ${format} emits no build log commands from a document`, async (t) => {
    const cwd = await folderWith(t, Object.fromEntries(names.map((name) => [name, hostileIndex])));
    const { stdout, stderr } = await ociLint(['--kind', 'index', '--format', format, '.'], { cwd });
    assert.match(stdout, /digest/);
    assert.doesNotMatch(stdout + stderr, command);
    assert.doesNotMatch(stdout + stderr, unsafe);
    if (format !== 'github') assert.doesNotMatch(stdout + stderr, atLineStart);
    else assert.doesNotMatch(stdout, /^\s*::(?!(?:error|warning|notice) file=)/m);
    if (format === 'json')
      assert.deepEqual(
        JSON.parse(stdout)
          .files.map(({ path }: { path: string }) => path)
          .sort(),
        [...names].sort(),
      );
  });
}

test('errors and --fix-dry-run diffs emit no build log commands', async (t) => {
  const hidden = '\u009b31m\u202e\u0007##[x]';
  const text = `{\n  "mediaType": "a/b", "annotations": { "a.b/c": ${JSON.stringify(hidden).replaceAll('\\u0007', '')} },\r\n "digest": "sha256:${'A'.repeat(64)}",\n  "size": 1\n}\n`;
  const cwd = await folderWith(t, { 'a.json': text });
  const { stdout } = await ociLint(['--fix-dry-run', '--kind', 'descriptor', 'a.json'], { cwd });
  assert.match(stdout, /^\+ "digest": "sha256:a{64}"/m);
  assert.match(stdout, /\\u009b31m\\u202e#\\u0023\[x\]" \},\r\n/);
  assert.doesNotMatch(stdout, /[\u0080-\u009f\u202e\u0007]|##\[/);
  const { stderr } = await ociLint(['##vso[x]y', '::error::x'], { cwd });
  assert.doesNotMatch(stderr, /##vso|^::/m);
});

const shouted = `x\n::error::y ${spoken.join(' ')} \u001b[31m\u009b31m\u202e\r<b>`;

test('new and --print-config emit no build log commands from file names', async (t) => {
  const name = '##[x]\u009b31m\u202e.txt';
  const cwd = await folderWith(t, { [name]: 'x' });
  const created = await ociLint(['new', 'artifact', '--artifact-type', 'a/b', '--file', name], { cwd });
  const printed = await ociLint(['--print-config', name], { cwd });
  for (const { stdout } of [created, printed]) {
    assert.doesNotMatch(stdout, command);
    assert.doesNotMatch(stdout, unsafe);
  }
  const [layer] = JSON.parse(created.stdout).layers;
  assert.equal(layer.annotations['org.opencontainers.image.title'], name);
  assert.equal(JSON.parse(printed.stdout).path, name);
});

for (const args of [
  ['tree'],
  ['tree', '--format', 'json'],
  ['graph'],
  ['graph', '--format', 'dot'],
  ['graph', '--format', 'mermaid'],
  ['graph', '--format', 'json'],
  ['diff', 'b.json'],
  ['diff', '--format', 'json', 'b.json'],
  ['--format', 'github'],
  ['--format', 'junit'],
  ['--format', 'json'],
]) {
  test(`${args.join(' ')} emits no build log commands or terminal escapes`, async (t) => {
    const indexOf = (title: string) =>
      JSON.stringify({
        schemaVersion: 2,
        mediaType: 'application/vnd.oci.image.index.v1+json',
        manifests: [
          {
            mediaType: `a/${title}`,
            digest: `sha256:${'a'.repeat(64)}`,
            size: 3,
            artifactType: title,
            platform: { os: title, architecture: title },
            annotations: { [title]: 1, 'org.opencontainers.image.title': title },
          },
        ],
      });
    const cwd = await folderWith(t, { 'a.json': indexOf(shouted), 'b.json': indexOf(`other ${shouted}`) });
    const { stdout, stderr, status } = await ociLint([...args, 'a.json'], { cwd });
    assert.match(stdout, /error/);
    assert.doesNotMatch(stdout + stderr, command);
    assert.doesNotMatch(stdout + stderr, unsafe);
    assert.doesNotMatch(stdout, /^\s*::(?!(?:error|warning|notice) file=)/m);
    assert.notEqual(status, 2);
  });
}
