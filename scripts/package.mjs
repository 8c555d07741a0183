// `npm run package`: builds, then packs dist/oci-manifests.vsix and sees that it stays small.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vsix = 'dist/oci-manifests.vsix';
const limit = 500_000;

run('esbuild.mjs');
run('node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies', '--allow-missing-repository', '--out', vsix);
const { size } = statSync(`${root}${vsix}`);
console.log(`${vsix}: ${(size / 1000).toFixed(1)} kB`);
if (size > limit) {
  console.error(`package: the VSIX is larger than ${limit / 1000} kB`);
  process.exit(1);
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
