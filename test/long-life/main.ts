/**
 * `npm run long-life [-- STEPS [SEED]]` runs it and prints the result, the server's memory use meanwhile, and how soon
 * it stops canceled work.
 */
import { readFileSync, rmSync } from 'node:fs';
import { makeWorkspace } from './folder.ts';
import { live } from './life.ts';
import { stops } from './stops.ts';

const [steps = 50_000, seed = 1] = process.argv.slice(2).map(Number);
const workspace = makeWorkspace();
try {
  const start = performance.now();
  const told = new Map<number, number>();
  const onProgress = (step: number, pid: number): void => {
    told.set(step, residentOf(pid));
    if (step % 5000 === 0) console.log(JSON.stringify({ step, residentMB: told.get(step), seconds: since(start) }));
  };
  const life = await live(workspace, { steps, seed, onProgress });
  const { faults, differing, ...counts } = life;
  for (const line of [...faults, ...differing]) console.error(line);
  const [early, late] = [medianFrom(told, steps * 0.2, steps * 0.4), medianFrom(told, steps * 0.8, steps)];
  const memory = { residentMB: { early, late, growth: Number((late / early).toFixed(2)) } };
  console.log(JSON.stringify({ ...counts, ...memory, faults: faults.length, differing: differing.length }));
  for (const stop of await stops()) console.log(JSON.stringify(stop));
  process.exitCode = faults.length + differing.length > 0 ? 1 : 0;
} finally {
  rmSync(workspace.path, { recursive: true });
}

/** Resident memory of a process in megabytes. */
function residentOf(pid: number): number {
  const [, pages = 0] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ').map(Number);
  return Math.round((pages * 4096) / 1e6);
}

function medianFrom(told: ReadonlyMap<number, number>, from: number, to: number): number {
  const within = [...told].filter(([step]) => step >= from && step <= to).map(([, size]) => size);
  return within.sort((a, b) => a - b)[within.length >> 1] ?? 0;
}

function since(start: number): number {
  return Math.round((performance.now() - start) / 1000);
}
