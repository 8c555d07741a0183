// Runs test files with Node's own runner, which counts.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiled } from './bundles.mjs';
import { isFast, root } from './test-files.mjs';

/** How many processes run at once. */
const atOnce = availableParallelism();
/** For a file. `time-limit.mjs` ends hanging tests sooner, unless they hang without giving others a turn. */
const limit = 20 * 60_000;
const timeLimit = pathToFileURL(join(root, 'scripts/test/time-limit.mjs')).href;

/**
 * Runs compiled test files, some at once. The readable output goes to the terminal, and the TAP summary to a file, for
 * the counts.
 */
export async function runFiles(testFiles, folder) {
  if (testFiles.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const own = mkdtempSync(join(tmpdir(), 'oci-manifests-test-'));
  const summary = join(own, 'summary.tap');
  const status = await ended(
    spawn(
      process.execPath,
      [
        '--enable-source-maps',
        `--import=${timeLimit}`,
        '--test',
        `--test-concurrency=${atOnce}`,
        `--test-timeout=${limit}`,
        '--test-reporter=spec',
        '--test-reporter-destination=stdout',
        '--test-reporter=tap',
        `--test-reporter-destination=${summary}`,
        ...gathered(testFiles, folder),
      ],
      { cwd: root, stdio: 'inherit' },
    ),
  );
  const tap = existsSync(summary) ? readFileSync(summary, 'utf8') : '';
  rmSync(own, { recursive: true });
  const count = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: failed === 0 && status !== 0 ? 1 : failed, skipped: count('skipped') };
}

/** The exit status of a child process. */
export function ended(child) {
  return new Promise((done) => child.once('error', () => done(1)).once('close', done));
}

/**
 * A fast file spends most of its time on starting a process and loading the rules, so one process per CPU runs them
 * all.
 */
function gathered(testFiles, folder) {
  const together = testFiles.filter(isFast);
  const groups = Array.from({ length: atOnce }, (_, at) => together.filter((_, index) => index % atOnce === at));
  const entries = groups.map((group, at) => {
    const entry = join(folder, `fast-${at + 1}.test.mjs`);
    writeFileSync(entry, `import { test } from 'node:test';\n${group.map((file) => importOf(file, folder)).join('')}`);
    return entry;
  });
  const others = testFiles.filter((file) => !together.includes(file));
  return [...entries.filter((_, at) => groups[at].length > 0), ...others.map((file) => compiled(folder, file))];
}

/** A file that cannot be loaded counts as a failed test, and the others run. */
function importOf(file, folder) {
  const url = pathToFileURL(compiled(folder, file)).href;
  return `await import('${url}').catch((error) => test('${file}', () => Promise.reject(error)));\n`;
}
