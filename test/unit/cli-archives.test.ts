/** Archives written by skopeo, tar and docker save get the same findings as the layouts inside them. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { skipUnless } from '../../scripts/provision/availability.ts';
import { provideProgram } from '../../scripts/provision/debian.ts';
import { folderWith, ociLint } from './cli-process.ts';
import { type Content, digestOf, imageLayout, layerTypes, toJson } from './image-layout.ts';
import { paxOf, tarOf, type Written, wholeTarOf } from './tar-bytes.ts';

const skopeo = await provideProgram('skopeo', 'skopeo');
const zstd = await provideProgram('zstd', 'zstd');

/** Everything that a run reports, with paths as if the layout were the folder `name`. */
async function reportOf(name: string, cwd: string, ...options: readonly string[]) {
  const { stdout, stderr, status } = await ociLint(['--format', 'json', ...options, name], { cwd });
  const report = JSON.parse(stdout);
  // Nothing can be fixed inside an archive.
  for (const { diagnostics } of report.files)
    for (const diagnostic of diagnostics) for (const key of ['fixes', 'fixable']) delete diagnostic[key];
  return { status, stderr, report: JSON.parse(JSON.stringify(report).replaceAll(`"${name}/`, '"')) };
}

/** Checks the layout in a folder and in every archive format, asserts equal reports, and returns the report. */
async function sameReport(folder: string, cwd: string) {
  execFileSync('tar', ['cf', 'l.tar', '-C', folder, '.'], { cwd });
  writeFileSync(join(cwd, 'l.tgz'), gzipSync(readFileSync(join(cwd, 'l.tar'))));
  const names = ['l.tar', 'l.tgz'];
  if (zstd.available) {
    execFileSync('zstd', ['-q', 'l.tar', '-o', 'l.tzst'], { cwd });
    names.push('l.tzst');
  }
  const all = [];
  for (const options of [[], ['--verify']]) {
    const expected = await reportOf(folder, cwd, ...options);
    assert.equal(expected.stderr, '');
    assert.ok(expected.report.files.length > 0, 'nothing was read');
    for (const name of names) assert.deepEqual(await reportOf(name, cwd, ...options), expected, name);
    all.push(...expected.report.files.flatMap((file: { diagnostics: { rule: string }[] }) => file.diagnostics));
  }
  return all.map(({ rule }) => rule);
}

/** Larger than the cache for decompressed archives. */
const largeTar = wholeTarOf({ name: 'f', body: randomBytes(5 * 1024 * 1024) });

test('a broken layout has the same findings in every archive format', async (t) => {
  const wrong: readonly (readonly [string, Record<string, Content>])[] = [
    ['descriptor-size-matches', imageLayout({ entry: { size: 12 } })],
    [
      'config-diff-ids-match-layers',
      imageLayout({ tar: largeTar, config: { rootfs: { type: 'layers', diff_ids: [digestOf('a')] } } }),
    ],
    ['layer-compression', imageLayout({ tar: largeTar, layerType: layerTypes.zstd })],
    ['layer-archive', imageLayout({ tar: largeTar, pack: (tar) => gzipSync(tar).subarray(0, -4) })],
    ['blob-name-matches', { ...imageLayout(), [`blobs/sha256/${'0'.repeat(64)}`]: largeTar }],
  ];
  // One archive with all layouts, because starting the program takes most of the time.
  const folders = wrong.map(([rule, files]) => inFolder(`l/${rule}`, files));
  const cwd = await folderWith(t, Object.assign({}, ...folders));
  const found = await sameReport('l', cwd);
  for (const [rule] of wrong) assert.ok(found.includes(rule), rule);
});

test('reports layout-level errors in every archive format', async (t) => {
  const { 'oci-layout': _, ...unmarked } = imageLayout();
  const saved = { ...imageLayout(), 'manifest.json': toJson([{ Config: 'x', Layers: [] }]) };
  const wrong = { 'docker-save-mismatch': saved, 'layout-marker-exists': unmarked };
  for (const [rule, files] of Object.entries(wrong)) {
    const found = await sameReport('l', await folderWith(t, inFolder('l', files)));
    assert.ok(found.includes(rule), rule);
  }
});

test('a valid layout has no findings in an archive, however large its layers', async (t) => {
  const cwd = await folderWith(t, inFolder('l', imageLayout({ tar: largeTar, entry: { platform: arm64 } })));
  assert.deepEqual(await sameReport('l', cwd), []);
});

test('checks every layout in an archive', async (t) => {
  const cwd = await folderWith(t, {
    ...inFolder('l/a', imageLayout({ entry: { size: 1 } })),
    ...inFolder('l/b/c', imageLayout({ entry: { size: 2 } })),
  });
  assert.equal((await sameReport('l', cwd)).filter((rule) => rule === 'descriptor-size-matches').length, 4);
});

test('says that a layout is in a folder of an archive, where tools do not look', async (t) => {
  const tarIn = (folder: string) =>
    wholeTarOf(...Object.entries(imageLayout()).map(([name, body]) => ({ name: `${folder}${name}`, body })));
  const cwd = await folderWith(t, { 'deep.tar': tarIn('a/image/'), 'top.tar': tarIn('./') });
  const { stderr, status } = await ociLint(['--verify', 'deep.tar'], { cwd });
  const where = 'deep.tar: layout is in the folder "a/image". Docker and skopeo only find one at the top.';
  assert.deepEqual([stderr, status], [`oci-lint: ${where}\n`, 0]);
  for (const args of [['deep.tar', '--quiet'], ['top.tar'], ['.']])
    assert.equal((await ociLint(args, { cwd })).stderr, '', args.join(' '));
});

test('an archive written by skopeo has the findings of its extracted layout', {
  skip: skipUnless(skopeo),
}, async (t) => {
  const cwd = await folderWith(t, inFolder('source', imageLayout({ tar: largeTar, entry: tagged })));
  const copy = (to: string) => execFileSync('skopeo', ['copy', '-q', 'oci:source:1.0', to], { cwd });
  copy('oci-archive:a.tar:1.0');
  mkdirSync(join(cwd, 'l'));
  execFileSync('tar', ['xf', 'a.tar', '-C', 'l'], { cwd });
  assert.deepEqual(await reportOf('a.tar', cwd, '--verify'), await reportOf('l', cwd, '--verify'));
  await sameReport('l', cwd);
});

test('reads docker save archives from before Docker wrote layouts', { skip: skipUnless(skopeo) }, async (t) => {
  const cwd = await folderWith(t, inFolder('source', imageLayout({ tar: largeTar, entry: tagged })));
  execFileSync('skopeo', ['copy', '-q', 'oci:source:1.0', 'docker-archive:d.tar:example.com/app:1.0'], { cwd });
  const sound = await reportOf('d.tar', cwd, '--verify');
  assert.deepEqual(
    sound.report.files.map(({ kind }: { kind: string }) => kind),
    ['docker-save', 'docker-config'],
  );
  assert.deepEqual(
    { status: sound.status, errors: sound.report.summary.errors, warnings: sound.report.summary.warnings },
    {
      status: 0,
      errors: 0,
      warnings: 0,
    },
  );
  mkdirSync(join(cwd, 'u'));
  execFileSync('tar', ['xf', 'd.tar', '-C', 'u'], { cwd });
  execFileSync('chmod', ['-R', 'u+w', 'u'], { cwd });
  const layer = readdirSync(join(cwd, 'u')).find((name) => name.endsWith('.tar')) ?? '';
  writeFileSync(join(cwd, 'u', layer), wholeTarOf({ name: 'other' }));
  execFileSync('tar', ['czf', 'd.tgz', '-C', 'u', '.'], { cwd });
  const { stdout } = await ociLint(['--verify', '--format', 'concise', 'd.tgz'], { cwd });
  assert.match(
    stdout,
    /^d\.tgz\/manifest\.json:\S+ warning: DiffID mismatch for layer 0: .*\[docker-save-mismatch\]$/m,
  );
  execFileSync('rm', [join(cwd, 'u', layer)]);
  execFileSync('tar', ['cf', 'd.tar', '-C', 'u', '.'], { cwd });
  assert.match((await ociLint(['d.tar'], { cwd })).stdout, /does not exist in this archive\./);
});

const arm64 = { os: 'linux', architecture: 'arm64' };
const tagged = { platform: arm64, annotations: { 'org.opencontainers.image.ref.name': '1.0' } };

function inFolder(folder: string, files: Readonly<Record<string, Content>>): Record<string, Content> {
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]));
}

/** The tar entries of a valid layout. */
const entries: readonly Written[] = Object.entries(imageLayout({ entry: { platform: arm64 } })).map(([name, body]) => ({
  name,
  body,
}));

/** The error printed for an archive that cannot be read. */
async function refusalOf(t: TestContext, archive: Uint8Array, ...options: readonly string[]): Promise<string> {
  const cwd = await folderWith(t, { 'x.tar': archive });
  const { stdout, stderr, status } = await ociLint([...options, 'x.tar'], { cwd });
  assert.equal(status, 2, stderr);
  assert.doesNotMatch(stdout, /nothing to report/);
  return stderr.trim().replace(/^oci-lint: /, '');
}

test('names archives that cannot be read', async (t) => {
  const whole = wholeTarOf(...entries);
  const refused: readonly (readonly [Uint8Array, RegExp])[] = [
    [whole.subarray(0, 512 + 10), /^cannot read the archive x\.tar: truncated in the entry at byte 0$/],
    [gzipSync(whole).subarray(0, -9), /^cannot read the archive x\.tar: unexpected end of file$/],
    [gzipSync('{"schemaVersion": 2}'), /^cannot read the archive x\.tar: not a tar archive$/],
    [gzipSync(''), /^cannot read the archive x\.tar: empty$/],
    [Buffer.from('BZh91AY&SY'), /^cannot read the archive x\.tar: bzip2 is not supported\. Decompress it first\.$/],
    [Buffer.from('PK\x03\x04'), /^cannot read the archive x\.tar: not a tar archive$/],
    [wholeTarOf({ name: 'etc/passwd', body: 'x' }), /^no OCI layout in the archive x\.tar$/],
    [
      wholeTarOf({ name: 'bin/sh' }, { name: 'etc/passwd' }),
      /^no OCI layout in the archive x\.tar: it is a root file system/,
    ],
    [
      wholeTarOf({ name: 'manifest.json', body: '{}' }),
      /^no OCI layout in the archive x\.tar: manifest\.json is not the list/,
    ],
    [
      wholeTarOf({ name: 'repositories', body: '{}' }),
      /^no OCI layout in the archive x\.tar: without manifest\.json, it/,
    ],
    [
      wholeTarOf({ name: 'app/manifest.json', body: '[]' }),
      /x\.tar: manifest\.json is in the folder "app", not at the top$/,
    ],
  ];
  for (const [archive, expected] of refused) assert.match(await refusalOf(t, archive), expected);
  for (const [archive, expected] of refused) assert.match(await refusalOf(t, archive, '--verify'), expected);
});

test('an archive cut anywhere is refused, or its findings name what is missing', async (t) => {
  const whole = wholeTarOf(...entries);
  const packed = { tgz: gzipSync(whole), ...(zstd.available ? { 'tar.zst': zstdOf(whole) } : {}) };
  const cuts = Object.entries({ tar: whole, ...packed }).flatMap(([extension, bytes]) => {
    // What is after the last body and its padding are zeros without meaning.
    const end = extension === 'tar' ? whole.length - 1024 : bytes.length;
    return cutsOf(end).map((size) => [`${size}.${extension}`, bytes.subarray(0, size)] as const);
  });
  const cwd = await folderWith(t, Object.fromEntries(cuts));
  const names = cuts.map(([name]) => name);
  const { stdout, stderr, status } = await ociLint(['--format', 'json', '--verify', ...names], { cwd });
  assert.equal(status, 2);
  const report: { files: { path: string; diagnostics: { rule: string }[] }[] } = JSON.parse(stdout);
  for (const name of names) {
    const refusals = stderr
      .split('\n')
      .filter((line) => line.startsWith(`oci-lint: cannot read the archive ${name}: `));
    const files = report.files.filter(({ path }) => path.startsWith(`${name}/`));
    const rules = files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    const isNamed = rules.some((rule) => rule === 'layout-index-exists' || rule === 'content-missing');
    assert.equal(refusals.length, isNamed ? 0 : 1, `${name}: ${rules}`);
    // Only a cut right between two entries leaves an archive that unpackers accept.
    assert.ok(!isNamed || (name.endsWith('.tar') && Number.parseInt(name, 10) % 512 === 0), `${name}: ${rules}`);
    assert.equal(files.length > 0, isNamed, `${name}: ${rules}`);
  }
});

/** Every 13th size below the whole one, and all around the ends of blocks. */
function cutsOf(end: number): readonly number[] {
  return Array.from({ length: end }, (_, size) => size).filter(
    (size) => size % 13 === 0 || size < 5 || (size + 1) % 512 < 3 || size === end - 1,
  );
}

function zstdOf(bytes: Uint8Array): Uint8Array {
  return execFileSync('zstd', ['-q', '-c'], { input: bytes });
}

test('rejects an archive that ends with the extended header of an entry', async (t) => {
  const header = tarOf({ name: 'p', type: 'x', body: paxOf({ path: 'index.json' }) });
  const lacksIndex = tarOf(...entries.filter(({ name }) => name !== 'index.json'));
  assert.match(await refusalOf(t, Buffer.concat([lacksIndex, header])), /: truncated in the entry at byte [\d,]+$/);
});

test('rejects hostile archives without reading anything outside them', async (t) => {
  const refused: readonly (readonly [readonly Written[], RegExp])[] = [
    [[{ name: '../../etc/passwd', body: 'x' }], /"\.\.\/\.\.\/etc\/passwd" escapes the archive/],
    [[{ name: 'a/../../b', body: 'x' }], /escapes the archive/],
    [[{ name: 'blobs', type: '2', changes: { 157: '/etc' } }], /"blobs" is both a folder and another entry/],
    [[{ name: 'index.json/x', body: 'x' }], /"index\.json" is both a folder and another entry/],
    [[{ name: 'x', type: 'S', body: 'x' }], /"x" is sparse, which is not supported/],
    [
      [
        { name: 'p', type: 'x', body: paxOf({ 'GNU.sparse.major': '1' }) },
        { name: 'y', body: 'x' },
      ],
      /"y" is sparse/,
    ],
    [[{ name: 'x', size: Buffer.from('77777777777\0') }], /truncated/],
    [[{ name: 'x', size: Buffer.from('-1         \0') }], /invalid size/],
    [
      [{ name: 'p', type: 'x', body: 'x'.repeat(2 * 1024 * 1024) }, { name: 'y' }],
      /name of the entry at byte [\d,]+ is too long/,
    ],
    [[{ name: 'p', type: 'x', body: '99 path=y\n' }, { name: 'y' }], /malformed/],
    [
      [{ name: 'p', type: 'x', body: paxOf({ path: 'a/'.repeat(4000) }) }, { name: 'y' }],
      /name of the entry at byte [\d,]+ is too long/,
    ],
    [
      [
        { name: 'K', type: 'K', body: 't'.repeat(4096) },
        { name: 'y', type: '2' },
      ],
      /: link target of entry "y" is too long/,
    ],
  ];
  for (const [more, expected] of refused) {
    assert.match(await refusalOf(t, wholeTarOf(...more, ...entries)), expected);
    assert.match(await refusalOf(t, gzipSync(wholeTarOf(...more, ...entries)), '--verify'), expected);
  }
});

test('resolves hard links, but not symbolic links', async (t) => {
  const index = entries.find(({ name }) => name === 'index.json');
  const others = entries.filter((entry) => entry !== index);
  const link = (type: string, target: string) => ({ name: 'index.json', type, changes: { 157: target } });
  const found = async (...more: readonly Written[]) => {
    const cwd = await folderWith(t, { 'x.tar': wholeTarOf(...others, ...more) });
    return (await ociLint(['--format', 'concise', '--verify', 'x.tar'], { cwd })).stdout;
  };
  assert.equal(await found({ ...index, name: 'other' }, link('1', 'other')), '');
  assert.match(await found({ ...index, name: 'other' }, link('2', 'other')), /layout-index-exists/);
  assert.match(await found(link('1', '/etc/passwd')), /layout-index-exists/);
  assert.match(await found(link('1', '../x')), /layout-index-exists/);
});

test('the last of several entries with one path wins, as when extracting', async (t) => {
  const wrong = { name: 'index.json', body: '{' };
  for (const [archive, status] of [
    [wholeTarOf(wrong, ...entries), 0],
    [wholeTarOf(...entries, { ...wrong, name: './index.json' }), 1],
    [wholeTarOf(...entries, { ...wrong, name: '/a/../index.json' }), 1],
  ] as const) {
    const cwd = await folderWith(t, { 'x.tar': archive, 'x.tgz': gzipSync(archive) });
    assert.equal((await ociLint(['x.tar'], { cwd })).status, status);
    assert.equal((await ociLint(['x.tgz'], { cwd })).status, status);
  }
});

test('rejects an archive with more names than memory should hold', async (t) => {
  const link = tarOf({ name: 'K', type: 'K', body: 't'.repeat(4095) }, { name: 'y', type: '2' });
  const archive = gzipSync(Buffer.concat([...Array<Buffer>(16_500).fill(link), wholeTarOf(...entries)]), { level: 1 });
  assert.match(await refusalOf(t, archive), /^cannot read the archive x\.tar: more than 64 MiB of names$/);
});

test('stops decompressing a bomb', async (t) => {
  const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const head = wholeTarOf({ name: 'x', size: Buffer.from('77777777777\0') }).subarray(0, 512);
  const bomb = Buffer.concat([gzipSync(head), ...Array.from({ length: 18 }, () => zeros)]);
  assert.match(await refusalOf(t, bomb), /^cannot read the archive x\.tar: decompresses to more than [\d,]+ bytes$/);
  const sound = gzipSync(wholeTarOf(...entries, { name: 'x', body: Buffer.alloc(5 * 1024 * 1024) }));
  assert.match(
    await refusalOf(t, sound, '--max-decompressed', '1MiB'),
    /decompresses to more than --max-decompressed$/,
  );
});

test('never modifies an archive', async (t) => {
  const files = imageLayout();
  const index = { name: 'index.json', body: `${files['index.json']}`.replace('"size"', '"size" : 1, "size"') };
  const archive = wholeTarOf(...entries, index);
  const cwd = await folderWith(t, { 'x.tar': archive });
  assert.match(
    (await ociLint(['rehash', 'x.tar'], { cwd })).stderr,
    /^oci-lint: rehash cannot change archives\. Extract x\.tar first\.$/m,
  );
  assert.equal((await ociLint(['rehash', 'x.tar'], { cwd })).status, 2);
  const { stdout, status } = await ociLint(['--fix', 'x.tar'], { cwd });
  assert.match(stdout, /duplicate/i);
  assert.doesNotMatch(stdout, /rehash|--fix|applied/);
  assert.equal(status, 1);
  assert.ok(readFileSync(join(cwd, 'x.tar')).equals(archive), 'the archive was changed');
});

test('does not propose rehash for blobs that are cut off', async (t) => {
  const files = imageLayout();
  const [name = ''] = Object.keys(files).filter((path) => path.startsWith('blobs/'));
  const cut = { name, body: `${files[name]}`.slice(0, 5) };
  const cwd = await folderWith(t, { 'x.tar': wholeTarOf(...entries.filter((entry) => entry.name !== name), cut) });
  const { stdout, status } = await ociLint(['--verify', 'x.tar'], { cwd });
  assert.match(stdout, /blob-name-matches/);
  assert.doesNotMatch(stdout, /oci-lint rehash/);
  assert.equal(status, 1);
});

test('findings in an archive can be accepted like those in a folder', async (t) => {
  const cwd = await folderWith(t, { 'x.tar': wholeTarOf(...entries, { name: 'index.json', body: '{' }) });
  assert.equal((await ociLint(['x.tar'], { cwd })).status, 1);
  await ociLint(['--suppress-all', 'x.tar'], { cwd });
  assert.equal((await ociLint(['x.tar'], { cwd })).status, 0);
  writeFileSync(join(cwd, 'oci-lint.config.json'), JSON.stringify({ ignores: ['x.tar/**'] }));
  assert.match((await ociLint(['x.tar'], { cwd })).stdout, /No OCI documents/);
});

test('a glob selects the matching layout archives and no others', async (t) => {
  const cwd = await folderWith(t, {
    'a/x.tar': wholeTarOf(...entries),
    'a/y.tar.gz': gzipSync(wholeTarOf(...entries, { name: 'index.json', body: '{' })),
    'a/layer.tar': wholeTarOf({ name: 'etc/passwd', body: 'x' }),
  });
  const { stdout, stderr, status } = await ociLint(['--format', 'json', '**/*.tar*'], { cwd });
  const paths = JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  assert.deepEqual(
    paths.filter((path: string) => path.endsWith('/index.json')),
    ['a/x.tar/index.json', 'a/y.tar.gz/index.json'],
  );
  assert.deepEqual({ stderr, status }, { stderr: '', status: 1 });
});

test('follows a link to an archive named on the command line', async (t) => {
  const cwd = await folderWith(t, { 'x.tar': wholeTarOf(...entries), 'x.json': imageLayout()['index.json'] ?? '' });
  symlinkSync('x.tar', join(cwd, 'link.tar'));
  symlinkSync('x.json', join(cwd, 'link.json'));
  const { stderr, status } = await ociLint(['--verify', 'link.tar'], { cwd });
  assert.deepEqual({ stderr, status }, { stderr: '', status: 0 });
  for (const name of ['link.tar', 'link.json']) {
    assert.equal((await ociLint(['tree', name], { cwd })).stderr, '');
    assert.equal((await ociLint(['diff', name, name], { cwd })).status, 0);
  }
});

test('reads an archive from standard input', async (t) => {
  const cwd = await folderWith(t, {
    ...Object.fromEntries(
      Object.entries(imageLayout({ entry: { size: 12 } })).map(([name, one]) => [`l/${name}`, one]),
    ),
    'other.gz': gzipSync('no tar'),
  });
  execFileSync('tar', ['cf', 'l.tar', '-C', 'l', '.'], { cwd });
  const tar = readFileSync(join(cwd, 'l.tar'));
  const named = await ociLint(['--verify', '--format', 'json', 'l.tar'], { cwd });
  for (const stdin of [tar, gzipSync(tar)]) {
    const { stdout, status } = await ociLint(['--verify', '--format', 'json', '-'], { cwd, stdin });
    assert.deepEqual(JSON.parse(stdout.replaceAll('<stdin>/', 'l.tar/')), JSON.parse(named.stdout));
    assert.equal(status, 1);
    const tree = await ociLint(['tree', '-'], { cwd, stdin });
    assert.match(tree.stdout, /^<stdin> {2}OCI layout, 3 blobs/);
  }
  const { stdout } = await ociLint(['diff', '-', 'l'], { cwd, stdin: tar });
  assert.equal(stdout, 'Identical: the same bytes.\n');
  const refused = await ociLint(['-'], { cwd, stdin: readFileSync(join(cwd, 'other.gz')) });
  assert.deepEqual(refused, {
    stdout: '',
    stderr: 'oci-lint: cannot read the archive <stdin>: not a tar archive\n',
    status: 2,
  });
});
