import { setFlagsFromString } from 'node:v8';

/*
 * Beside the program V8 compiles anew, optimized, what runs often. It is quick to do so: of the CPU time that it took to open an
 * index of a thousand entries, half was that compiler's, on the cores that others want. Most of what a server does is done once
 * or a few times. So it waits longer; whatever goes on for seconds is optimized all the same.
 */

/** By the version of V8, whose flags change: those that were tried. */
const flags: Readonly<Record<string, string>> = {
  // Node.js 20. In bytes of bytecode; twelve times as many as usual.
  11: '--interrupt-budget=800000',
  // Node.js 24. In calls; thirteen times as many.
  13: '--invocation-count-for-turbofan=40000',
};

/** Has V8 optimize only what runs for long. Before the program's own code is read, because what is kept of it goes with the flags. */
export function optimizeLate(): void {
  const { v8, electron } = process.versions;
  const flag = flags[v8.slice(0, v8.indexOf('.'))];
  // Electron may have locked the flags by now: a change would end the process.
  if (flag !== undefined && electron === undefined) setFlagsFromString(flag);
}
