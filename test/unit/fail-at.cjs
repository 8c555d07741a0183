// Preloaded into a program under test. Fails the FAIL_AT-th call that changes the disk, or kills the process there.
// With FAIL_COPIES, copies the folder before each such call instead: the state that a killed process leaves.
const fs = require('node:fs');
const { join } = require('node:path');
const { syncBuiltinESMExports } = require('node:module');

const { FAIL_AT = '0', FAIL_HOW = 'copy', FAIL_COPIES } = process.env;
const at = Number(FAIL_AT);
const originals = { ...fs };
const cwd = process.cwd();
let count = 0;
let isBusy = false;

/** Opens a file for reading, or writes to standard output or standard error. */
function isHarmless(name, [target, flags]) {
  const isReading =
    flags === 'r' || (typeof flags === 'number' && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) === 0);
  return (name === 'openSync' && isReading) || (name === 'writeSync' && target <= 2);
}

/** Returns the number of bytes written before a write is cut off halfway. */
function beginWrite([file, bytes]) {
  return originals.writeSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
}

function fault(name, args) {
  if (name === 'writeSync') beginWrite(args);
  if (FAIL_HOW === 'kill') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

function copied(name, args) {
  const begun = name === 'writeSync' ? beginWrite(args) : 0;
  originals.cpSync(cwd, join(FAIL_COPIES, String(count)), { recursive: true, preserveTimestamps: true });
  if (begun === 0) return originals[name](...args);
  return begun + originals.writeSync(args[0], args[1].subarray(begun));
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
    if (isBusy || isHarmless(name, args)) return originals[name](...args);
    count++;
    if (FAIL_HOW !== 'copy' && count === at) fault(name, args);
    if (FAIL_HOW !== 'copy') return originals[name](...args);
    isBusy = true;
    try {
      return copied(name, args);
    } finally {
      isBusy = false;
    }
  };
}
syncBuiltinESMExports();
