import { writeSync } from 'node:fs';

/**
 * Ends a server that can no longer answer: with status `gone` if its client has closed the connection, otherwise with a
 * line on standard error and status 2.
 */
export function endOfOutput(program: string, gone: () => number): (error: NodeJS.ErrnoException) => never {
  return ({ code, message }) => {
    const isGone = code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED';
    if (!isGone) writeSync(2, `${program}: cannot write to standard output: ${message}\n`);
    process.exit(isGone ? gone() : 2);
  };
}
