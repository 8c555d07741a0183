import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { freshBundle } from '../fresh-dist.ts';

/** The bundle from `npm run build`, which `npm test` runs first. */
export const cli = freshBundle('cli.js');

/** The result of a command-line run. */
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

/** Runs `oci-lint` like a shell would, without color settings in the environment. */
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
    // A run may end without reading its input (EPIPE).
    child.stdin.on('error', () => {}).end(stdin);
  });
}

/** Creates a temporary folder with these files and removes it after the test. */
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

/**
 * How to run the program as a user who is not root, because permissions do not bind root: from a world-readable copy.
 */
export async function asAnyone(folder: string): Promise<Setting> {
  const program = join(folder, 'cli.js');
  await copyFile(cli, program);
  await cp(join(dirname(cli), 'cli'), join(folder, 'cli'), { recursive: true });
  return { program, ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}) };
}

/** A valid descriptor with some changes. */
export function descriptor(changes: Readonly<Record<string, unknown>> = {}): string {
  const sound = { mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', digest: digestOf('a'), size: 32654 };
  return `${JSON.stringify({ ...sound, ...changes }, undefined, 2)}\n`;
}

export function digestOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

/** A single error that `--fix` repairs: a quoted `size` on line 4. */
export const quotedSize = descriptor({ size: '32654' });

/** A single error without a fix: a negative `size` on line 4. */
export const negativeSize = descriptor({ size: -1 });
