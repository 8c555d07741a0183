// The extension as a folder, which F5 starts and `npm run package` packs.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { extensionPage } from './extension-page.mjs';

/** Files besides its manifest and bundles. */
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
/** The sample of the walkthrough, from the samples of the repository. */
const sample = { 'samples/image-layout': 'sample/layout', 'samples/broken/size-negative.json': 'sample/broken.json' };
/** The first and third serve both hosts of VS Code; the last one is loaded by the graph page. */
const bundles = ['dist/client.js', 'dist/server.js', 'dist/server.web.js', 'dist/graph.js'];

/** Recreates the folder from the build. */
export async function layExtension(root, folder) {
  rmSync(folder, { recursive: true, force: true });
  for (const file of [...contents, ...bundles]) cpSync(join(root, file), join(folder, file), { recursive: true });
  for (const [from, to] of Object.entries(sample)) cpSync(join(root, from), join(folder, to), { recursive: true });
  writeFileSync(join(folder, 'dist/rules.json'), rulePages(root));
  const { manifest, translations } = await translated(root, await extensionManifest(root));
  for (const [path, text] of translations) writeInto(folder, path, text);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, 'README.md'), extensionPage(root, 'https://github.com/oci-manifests/oci-manifests'));
}

/** The manifest with its texts replaced by keys, and the texts in every language. */
async function translated(root, whole) {
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

/** The rule pages without examples, by id. */
function rulePages(root) {
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

/** The manifest without development entries, and not as ESM, which the web worker host of VS Code cannot load. */
async function extensionManifest(root) {
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
