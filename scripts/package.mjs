// `npm run package`: builds, then packs the extension, dist/oci-manifests.vsix, and the npm package, dist/oci-lint.tgz, each with
// a manifest of its own, and sees that both stay small.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { extensionPage } from './extension-page.mjs';
import { packNpm } from './npm-package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const contents = [
  'CHANGELOG.md',
  'LICENSE',
  'dist/THIRD-PARTY-NOTICES.txt',
  'docs/images/icon.png',
  'dist/package.json',
  'client/language',
  'client/media',
  'docs/walkthrough',
  'schemas/files/oci-lint.config.schema.json',
  'schemas/files/expect.schema.json',
];
/** The sample of the walkthrough: from the samples of the repository. */
const sample = { 'samples/image-layout': 'sample/layout', 'samples/broken/size-negative.json': 'sample/broken.json' };
/** The first and the last but one serve both hosts of VS Code; the last is loaded by the page of a graph. */
const bundles = ['dist/client.js', 'dist/server.js', 'dist/server.web.js', 'dist/graph.js'];

run(root, 'esbuild.mjs');
await packExtension(join(root, 'dist/extension'));
await inFolder((folder) => cpSync(packNpm(root, folder), join(root, 'dist/oci-lint.tgz')));
assertSmall('oci-manifests.vsix', 700_000);
assertSmall('oci-lint.tgz', 1_200_000);

/** Unpacked it stays where it is: F5 starts it there. */
async function packExtension(folder) {
  const vsix = join(root, 'dist/oci-manifests.vsix');
  for (const old of [vsix, folder]) rmSync(old, { recursive: true, force: true });
  for (const file of [...contents, ...bundles]) cpSync(join(root, file), join(folder, file), { recursive: true });
  for (const [from, to] of Object.entries(sample)) cpSync(join(root, from), join(folder, to), { recursive: true });
  writeFileSync(join(folder, 'dist/rules.json'), rulePages());
  const { manifest, translations } = await translated(await extensionManifest());
  for (const [path, text] of translations) writeInto(folder, path, text);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, 'README.md'), extensionPage(root, 'https://github.com/oci-manifests/oci-manifests'));
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  run(folder, vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', vsix);
}

/** The manifest with keys in place of its texts, and the texts in every language. */
async function translated(whole) {
  const { localizedManifest, translationFiles } = await tsImport('./generate/translation.ts', import.meta.url);
  const { manifest, texts } = localizedManifest(whole);
  const client = join(root, 'client/src');
  const sources = readdirSync(client, { recursive: true }).filter((name) => name.endsWith('.ts'));
  const tables = readdirSync(join(root, 'client/l10n')).map((name) => [
    name.replace('.json', ''),
    JSON.parse(readFileSync(join(root, 'client/l10n', name), 'utf8')),
  ]);
  const read = sources.map((name) => readFileSync(join(client, name), 'utf8'));
  return { manifest, translations: translationFiles(texts, read, Object.fromEntries(tables)) };
}

function writeInto(folder, path, text) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The pages of the rules without their examples, by id. */
function rulePages() {
  const rules = JSON.parse(readFileSync(join(root, 'dist/rules.json'), 'utf8'));
  const isKept = (section, at) => at === 0 || section.startsWith('## Clause');
  const textOf = (page) =>
    page
      .split(/^(?=## )/m)
      .filter(isKept)
      .join('')
      .trim();
  return JSON.stringify(Object.fromEntries(rules.map(({ id, page }) => [id, `${textOf(page)}\n`])));
}

/** The manifest without what only development needs; and not ESM, which VS Code's web worker host refuses to load. */
async function extensionManifest() {
  const { extensionManifestOf } = await tsImport('./generate/settings.ts', import.meta.url);
  const {
    type,
    private: isPrivate,
    scripts,
    devDependencies,
    bin,
    ...manifest
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return extensionManifestOf(manifest);
}

async function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-package-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function assertSmall(name, limit) {
  const { size } = statSync(join(root, 'dist', name));
  console.log(`dist/${name}: ${(size / 1000).toFixed(1)} kB`);
  if (size <= limit) return;
  console.error(`package: dist/${name} is larger than ${limit / 1000} kB`);
  process.exit(1);
}

function run(cwd, ...args) {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
