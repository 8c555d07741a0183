import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freshBundle } from '../fresh-dist.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = freshBundle('cli.js');

test('a release is an artifact with an attached SBOM and no findings', {
  timeout: 1_200_000,
}, async (t) => {
  const folder = copyOfRepository();
  t.after(() => rmSync(folder, { recursive: true }));
  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgSign=false', ...args],
      { cwd: folder, encoding: 'utf8' },
    );
  const release = (version: string) =>
    spawnSync(process.execPath, ['scripts/release.mjs', version], { cwd: folder, encoding: 'utf8' });
  git('init', '-q');
  assert.match(release('9.9.9').stderr, /not committed/, 'only committed files are released');
  git('add', '-A');
  git('commit', '-qm', 'first');
  assert.match(release('9.9').stderr, /usage/);
  assert.match(release('0.0.1').stderr, /older/);
  git('checkout', '-q', '.');

  const { status, stdout, stderr } = release('9.9.9');
  assert.equal(status, 0, stdout + stderr);
  const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  assert.equal(json('package.json').version, '9.9.9');
  assert.equal(json('package-lock.json').packages[''].version, '9.9.9');
  assert.equal(json('plugins/claude-code/.claude-plugin/plugin.json').version, '9.9.9');
  assert.match(
    readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'),
    /## \[Unreleased\]\n\n## \[9\.9\.9\] - \d{4}-\d\d-\d\d\n\n### Added/,
  );

  const [artifact] = json('dist/release/index.json').manifests;
  assert.equal(artifact.annotations['org.opencontainers.image.ref.name'], '9.9.9');
  const manifest = json(join('dist/release/blobs', artifact.digest.replace(':', '/')));
  const titles = manifest.layers.map((layer: { annotations: object }) => Object.values(layer.annotations)[0]);
  assert.deepEqual(titles, ['oci-manifests.vsix', 'oci-lint.tgz']);
  for (const { digest, size } of manifest.layers)
    assert.equal(readFileSync(join(folder, 'dist/release/blobs', digest.replace(':', '/'))).length, size);
  const report = execFileSync(process.execPath, [cli, '--verify', '--format', 'json', 'dist/release'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.deepEqual(JSON.parse(report).summary.errors, 0);
  const packed = execFileSync('tar', ['xzOf', join(folder, 'dist/oci-lint.tgz'), 'package/package.json'], {
    encoding: 'utf8',
  });
  assert.equal(JSON.parse(packed).version, '9.9.9');

  const { packages, relationships } = json('dist/sbom.spdx.json');
  const names = packages.map(({ name }: { name: string }) => name);
  for (const name of ['oci-lint', 'vscode-languageserver', '@noble/hashes', 'ajv', 'zod', '@modelcontextprotocol/sdk'])
    assert.equal(names.includes(name), true, `${name} is in the SBOM`);
  assert.equal(relationships.length, packages.length, 'each package has its relationship');
});

/** The tracked files in their current state. */
function copyOfRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-release-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  for (const name of listed.split('\0').filter((one) => one !== ''))
    cpSync(join(root, name), join(folder, name), { force: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
