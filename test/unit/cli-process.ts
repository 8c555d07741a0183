import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { freshBundle } from '../fresh-dist.ts';

/** The bundle that `npm run build` makes, which `npm test` runs first. */
export const cli = freshBundle('cli.js');

/** What a run of the command line gave. */
export interface Transcript {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number | null;
}

export interface Setting extends Pick<SpawnOptions, 'uid' | 'gid'> {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly program?: string;
}

/** Runs `oci-lint` as a shell would, in an environment that says nothing of colours. */
export function ociLint(args: readonly string[], setting: Setting = {}): Promise<Transcript> {
  const { stdin = '', env = {}, program = cli, ...options } = setting;
  return new Promise((resolve, reject) => {
    const path = process.env.PATH ?? '';
    const child = spawn(process.execPath, [program, ...args], { ...options, env: { PATH: path, ...env } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject).on('close', (status) => resolve({ stdout, stderr, status }));
    // A run that ends without reading is no failure of the test.
    child.stdin.on('error', () => {}).end(stdin);
  });
}

/** A temporary folder with these files, which goes away with the test. */
export async function folderWith(
  test: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'oci-lint-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, dirname(name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** How to run the program as someone whom permissions bind, which they do not root: with a copy that anyone can read. */
export async function asAnyone(folder: string): Promise<Setting> {
  const program = join(folder, 'cli.js');
  await copyFile(cli, program);
  await cp(join(dirname(cli), 'cli'), join(folder, 'cli'), { recursive: true });
  return { program, ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}) };
}

/** A descriptor without a fault, but for what is changed in it. */
export function descriptor(changes: Readonly<Record<string, unknown>> = {}): string {
  const sound = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digestOf('a'), size: 32654 };
  return `${JSON.stringify({ ...sound, ...changes }, undefined, 2)}\n`;
}

export function digestOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

/** One error, which `--fix` repairs: `size` in quotes, on line 4. */
export const quotedSize = descriptor({ size: '32654' });

/** One error that no fix repairs: a negative `size`, on line 4. */
export const negativeSize = descriptor({ size: -1 });
