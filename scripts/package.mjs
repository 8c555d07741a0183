// `npm run package`: builds, then packs dist/oci-manifests.vsix and sees that it stays small.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsix = join(root, 'dist/oci-manifests.vsix');
const limit = 500_000;
const contents = [
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'dist/THIRD-PARTY-NOTICES.txt',
  'docs/images/icon.png',
  'dist/package.json',
  'client/language',
  'docs/walkthrough',
  'schemas/files/oci-lint.config.schema.json',
  'schemas/files/expect.schema.json',
];
/** Each serves both hosts of VS Code. */
const bundles = ['dist/client.js', 'dist/server.js'];

rmSync(vsix, { force: true });
run(root, 'esbuild.mjs');
const { withSettings } = await tsImport('./generate/settings.ts', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'oci-manifests-package-'));
for (const file of [...contents, ...bundles]) cpSync(join(root, file), join(folder, file), { recursive: true });
writeFileSync(join(folder, 'package.json'), JSON.stringify(extensionManifest(), null, 2));
run(folder, join(root, 'node_modules/@vscode/vsce/vsce'), 'package', '--no-dependencies', '--out', vsix);
rmSync(folder, { recursive: true });

const { size } = statSync(vsix);
console.log(`dist/oci-manifests.vsix: ${(size / 1000).toFixed(1)} kB`);
if (size > limit) {
  console.error(`package: the VSIX is larger than ${limit / 1000} kB`);
  process.exit(1);
}

/** The manifest without what only development needs; and not ESM, which VS Code's web worker host refuses to load. */
function extensionManifest() {
  const {
    type,
    private: isPrivate,
    scripts,
    devDependencies,
    bin,
    ...manifest
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return withSettings(manifest);
}

function run(cwd, ...args) {
  const { status } = spawnSync(process.execPath, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
