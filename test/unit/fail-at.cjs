// Loaded before a program that a test runs: the FAIL_AT-th call that changes the disk fails, or ends the process.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const { FAIL_AT = '0', FAIL_HOW = 'count', FAIL_COUNT } = process.env;
const at = Number(FAIL_AT);
const originals = { ...fs };
let count = 0;

function fault(name, args) {
  if (FAIL_HOW === 'count') return;
  // A write is cut off in its middle.
  if (name === 'writeSync') originals.writeSync(args[0], args[1].subarray(0, Math.floor(args[1].length / 2)));
  if (FAIL_HOW === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

for (const name of [
  'openSync',
  'writeSync',
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'mkdirSync',
  'rmSync',
  'fchmodSync',
]) {
  fs[name] = (...args) => {
    const isReading = name === 'openSync' && args[1] === 'r';
    if (!isReading && ++count === at) fault(name, args);
    return originals[name](...args);
  };
}
syncBuiltinESMExports();
if (FAIL_COUNT) process.on('exit', () => originals.writeFileSync(FAIL_COUNT, String(count)));
