import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packNpm } from '../../scripts/npm-package.mjs';
import { freshBundle } from '../fresh-dist.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The combined output of a program, and its exit status. */
export interface Ran {
  readonly status: number | null;
  readonly output: string;
}

export interface Project {
  readonly folder: string;
  /** Runs a program in the project with the Node from a folder of programs, by default the one that runs the tests. */
  run(command: string, args: readonly string[], bin?: string, env?: NodeJS.ProcessEnv): Promise<Ran>;
}

/** An empty project with the npm package installed, without a network. */
export async function projectWithPackage(): Promise<Project> {
  freshBundle('library.mjs');
  const home = mkdtempSync(join(tmpdir(), 'oci-lint-package-'));
  // A file's `after` hook would run as soon as the tests so far have ended, even if the file is still awaiting a program
  // for the next one.
  process.once('exit', () => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, 'project');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const run: Project['run'] = (command, args, bin, env) => runIn(folder, command, args, pathWith(bin, env));
  const installed = await run('npm', ['install', '--offline', '--no-audit', '--no-fund', packNpm(root, home)]);
  assert.equal(installed.status, 0, installed.output);
  return { folder, run };
}

export function pathWith(bin = dirname(process.execPath), env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  // Nested test runs must not report to this one.
  const { NODE_TEST_CONTEXT, ...outer } = process.env;
  return { ...outer, npm_config_offline: 'true', PATH: [bin, process.env.PATH].join(delimiter), ...env };
}

async function runIn(cwd: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise<number | null>((done) => child.once('close', done));
  return { status, output };
}
