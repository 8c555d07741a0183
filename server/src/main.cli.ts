import { complain } from './cli/exit-status.ts';
import { run } from './cli/run.ts';
import { readStdin } from './cli/stdin.ts';
import { standardStream } from './node/standard-streams.ts';

const { argv, env } = process;
const stdout = standardStream(1);
const stderr = standardStream(2);

/** Undefined if the current working directory has been deleted. */
function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}

const cwd = currentFolder();
if (cwd === undefined) {
  complain({ stderr }, 'cannot read the current folder: no such folder');
  process.exitCode = 2;
} else {
  void run(argv.slice(2), { cwd, env, stdout, stderr, readStdin }).then((status) => {
    process.exitCode = status;
  });
}
