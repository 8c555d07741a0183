// `npm run package` builds and packs the extension, dist/oci-manifests.vsix, and the npm package, dist/oci-lint.tgz,
// each with a manifest of its own, and checks their sizes.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packNpm } from './npm-package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
run(root, 'esbuild.mjs');
packExtension(join(root, 'dist/extension'));
await inFolder((folder) => cpSync(packNpm(root, folder), join(root, 'dist/oci-lint.tgz')));
assertSmall('oci-manifests.vsix', 700_000);
assertSmall('oci-lint.tgz', 1_300_000);

function packExtension(folder) {
  const vsix = join(root, 'dist/oci-manifests.vsix');
  rmSync(vsix, { force: true });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  run(folder, vsce, 'package', '--no-dependencies', '--no-rewrite-relative-links', '--out', vsix);
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
