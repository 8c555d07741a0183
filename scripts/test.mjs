// `npm test` runs everything; `npm run test:unit`, `test:protocol` and `test:editors` one part; `npm run test:fast`
// what runs in this process without a build. Ends with `N passed, N failed`.
import { spawn, spawnSync } from 'node:child_process';
import { compileTests } from './test/bundles.mjs';
import { ended, runFiles } from './test/run-files.mjs';
import {
  isFast,
  isOfEditor,
  needsCodeServer,
  needsPrograms,
  packagesOf,
  parts,
  root,
  testFilesOf,
} from './test/test-files.mjs';

/** For use after every change: the rule pages, and whatever needs neither a child process nor an editor. */
const fast = 'fast';

const [wanted, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (wanted !== undefined && ![...parts, fast].includes(wanted))) {
  console.error(`test: unexpected argument (expected nothing, or one of ${[...parts, fast].join(', ')})`);
  process.exit(2);
}

const files =
  wanted === fast
    ? testFilesOf('unit').filter(isFast)
    : (wanted === undefined ? parts : [wanted]).flatMap((part) => testFilesOf(part));
const provided = provideAhead();
if (wanted === undefined) run('check', ['scripts/check.mjs']);
if (wanted === fast) run('generate', ['--import', 'tsx', 'scripts/generate.ts', 'sources']);
// Packing builds, too.
else if (files.some(isOfEditor)) run('package', ['scripts/package.mjs']);
else run('build', ['esbuild.mjs']);
report(await runAll(await compileTests(root, files)));

/** What needs no further programs runs while these are being installed. */
async function runAll(folder) {
  const core = files.filter((file) => !isOfEditor(file));
  const counts = [
    await runFiles(
      core.filter((file) => !needsPrograms(file)),
      folder,
    ),
  ];
  await provided.packages;
  counts.push(await runFiles(core.filter(needsPrograms), folder));
  await provided.codeServer;
  counts.push(await runFiles(files.filter(isOfEditor), folder));
  return counts;
}

/** Installs what the files need. Does not wait for it. */
function provideAhead() {
  const provide = (...args) =>
    ended(
      spawn(process.execPath, ['--import', 'tsx', 'scripts/provision/ahead.ts', ...args], {
        cwd: root,
        stdio: 'inherit',
      }),
    );
  const isForCodeServer = files.some(needsCodeServer);
  const names = packagesOf(files).map(({ name, programs }) => [name, ...programs].join(':'));
  if (isForCodeServer) names.push('code-server');
  const packages = names.length > 0 ? provide('packages', ...new Set(names)) : undefined;
  // Only one installation at a time.
  return { packages, codeServer: isForCodeServer ? packages?.then(() => provide('code-server')) : undefined };
}

function report(all) {
  const sum = (name) => all.reduce((total, counts) => total + counts[name], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  const isSkipFailure = process.env.CI === 'true' && skipped > 0;
  if (isSkipFailure)
    console.log('In CI a skipped test is a failure: everything that the tests need must be installed.');
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exit(failed > 0 || passed === 0 || isSkipFailure ? 1 : 0);
}

function run(what, args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`test: the step ${what} failed`);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
