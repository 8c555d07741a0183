// `npm run release -- VERSION` does everything except publishing: sets the version, dates the changelog, packs the
// extension and the npm package, and puts both with an SBOM into an OCI layout, dist/release, which must have no
// findings.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [version, ...rest] = process.argv.slice(2);
const number = '(?:0|[1-9]\\d*)';
if (version === undefined || rest.length > 0 || !new RegExp(`^${number}\\.${number}\\.${number}$`).test(version))
  fail('usage: npm run release -- VERSION, for example 0.2.0 (the Marketplace takes no pre-release versions)');
if (output('git', 'status', '--porcelain') !== '') fail('the working tree has changes that are not committed');
const created = process.env.SOURCE_DATE_EPOCH ?? output('git', 'log', '-1', '--format=%ct');
process.env.SOURCE_DATE_EPOCH = created;
const day = new Date(Number(created) * 1000).toISOString();

const url = JSON.parse(read('package.json')).repository.url.replace(/\.git$/, '');
write('CHANGELOG.md', released(read('CHANGELOG.md')));
for (const file of ['package.json', 'package-lock.json']) write(file, versioned(JSON.parse(read(file))));
const plugin = 'plugins/claude-code/.claude-plugin/plugin.json';
write(plugin, read(plugin).replace(/("version": )"[^"]*"/, `$1"${version}"`));
run('node', 'scripts/package.mjs');
writeLayout();
console.log(`
Release ${version} is in dist/release. What is left to do:
  git commit -am "release: ${version}" && git tag v${version} && git push --tags
  npx vsce publish --packagePath dist/oci-manifests.vsix
  npm publish dist/oci-lint.tgz
  oras cp --from-oci-layout dist/release:${version} REGISTRY/oci-lint:${version} --recursive`);

/** Unreleased changes get the version and today's date. */
function released(changelog) {
  if (changelog.includes(`\n## [${version}]`)) fail(`CHANGELOG.md has ${version} already`);
  const [head, changes] = changelog.split('\n## [Unreleased]\n');
  if (changes === undefined || !/^\s*(?:###|-)/.test(changes)) fail('CHANGELOG.md has nothing under [Unreleased]');
  return `${head}\n## [Unreleased]\n\n## [${version}] - ${day.slice(0, 10)}\n${changes}`;
}

function versioned(manifest) {
  const [now, next] = [manifest.version, version].map((text) => text.split('.').map(Number));
  const order = next.map((part, at) => part - now[at]).find((difference) => difference !== 0) ?? 0;
  if (order < 0) fail(`${version} is older than ${manifest.version}`);
  const own = manifest.packages?.[''];
  const packages = own === undefined ? {} : { packages: { ...manifest.packages, '': { ...own, version } } };
  return `${JSON.stringify({ ...manifest, version, ...packages }, null, 2)}\n`;
}

/** The extension and the npm package as an artifact, with the SBOM attached. */
function writeLayout() {
  rmSync(join(root, 'dist/release'), { recursive: true, force: true });
  const common = [
    ['created', day.replace(/\.\d+Z$/, 'Z')],
    ['version', version],
    ['source', url],
    ['revision', output('git', 'rev-parse', 'HEAD')],
    ['licenses', 'Apache-2.0'],
  ].map(([key, value]) => `--annotation=org.opencontainers.image.${key}=${value}`);
  const layout = '--layout=release';
  const files = ['oci-manifests.vsix:application/vsix', 'oci-lint.tgz:application/gzip'];
  const type = '--artifact-type=application/vnd.oci-manifests.release.v1';
  lint('new', 'artifact', type, ...files.map((file) => `--file=${file}`), ...common, layout, `--tag=${version}`);
  const about = `--subject=release:${version}`;
  lint('new', 'artifact', '--artifact-type=spdx-sbom', '--file=sbom.spdx.json', about, ...common, layout);
  lint('--verify', '--profile=portable', '--max-warnings=0', 'release');
}

/** In the folder of the files, so that titles are plain file names. */
function lint(...args) {
  runIn(join(root, 'dist'), 'node', 'cli.js', ...args);
}

function run(command, ...args) {
  runIn(root, command, ...args);
}

function runIn(cwd, command, ...args) {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  if (status !== 0) fail(`${[command, ...args].join(' ')} failed`);
}

function output(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) fail(`${[command, ...args].join(' ')} failed`);
  return stdout.trim();
}

function read(file) {
  return readFileSync(join(root, file), 'utf8');
}

function write(file, text) {
  writeFileSync(join(root, file), text);
}

function fail(message) {
  console.error(`release: ${message}`);
  process.exit(1);
}
