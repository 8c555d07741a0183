import { type SpawnOptions, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { finished } from 'node:stream/promises';

/** Runs a program and writes its output to a log file. Returns whether it succeeded. */
export async function runLogged(
  log: string,
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<boolean> {
  const file = createWriteStream(log, { flags: 'a' });
  file.write(`$ ${command} ${args.join(' ')}\n`);
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout?.pipe(file, { end: false });
  child.stderr?.pipe(file, { end: false });
  const succeeded = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      file.write(`${error.message}\n`);
      resolve(false);
    });
    child.once('close', (status) => resolve(status === 0));
  });
  file.end();
  await finished(file);
  return succeeded;
}

/** The path of the first of these programs on the PATH. */
export async function programOf(...names: readonly string[]): Promise<string | undefined> {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
