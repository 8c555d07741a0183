// Loaded before every test file. A test that hangs, or leaves something behind that keeps its process alive, ends the
// process with its name. Node's own limit only knows files.
import { writeSync } from 'node:fs';
import { relative } from 'node:path';
import { after, afterEach, beforeEach } from 'node:test';

/** OCI_MANIFESTS_TEST_MINUTES: how long a test may take. */
const minutes = Number(process.env.OCI_MANIFESTS_TEST_MINUTES ?? 10);
const timers = new Map();
const file = relative(process.cwd(), process.argv[1] ?? '');

beforeEach((test) => {
  stop('exit');
  start(test, () => `"${test.fullName ?? test.name}" did not end`);
});
afterEach(stop);
after(() => start('exit', () => `still running after its tests: ${process.getActiveResourcesInfo().join(', ')}`));

function start(key, message) {
  const end = () => {
    writeSync(2, `${file}: ${message()} (limit: ${minutes} minutes)\n`);
    process.exit(1);
  };
  // The timer itself must not keep the process alive.
  timers.set(key, setTimeout(end, minutes * 60_000).unref());
}

function stop(key) {
  clearTimeout(timers.get(key));
  timers.delete(key);
}
