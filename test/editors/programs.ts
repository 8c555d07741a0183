import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';

const running = new Set<ChildProcess>();

// Programs must not outlive a failed test or keep the run alive.
after(() => {
  for (const child of running) end(child);
});
process.on('exit', () => {
  for (const child of running) end(child);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** Starts a program and its descendants in a process group that is killed after the tests of this file. */
export function startProgram(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { stdio: 'ignore', ...options, detached: true });
  running.add(child);
  child.once('error', () => running.delete(child));
  return child;
}

/** Kills a program and its descendants at once. */
export function end(child: ChildProcess): void {
  running.delete(child);
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The whole group has already exited.
  }
}

/** The combined output of a program after it exits. Rejects with it if the program fails. */
export async function outputOf(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<string> {
  const child = startProgram(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [status] = await once(child, 'close');
  running.delete(child);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${said}`);
  return said;
}
