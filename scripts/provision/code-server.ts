import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Availability, unavailable } from './availability.ts';
import { cached } from './cache.ts';
import { providePackages } from './debian.ts';
import { programOf, runLogged } from './run-program.ts';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';

/** VS Code in the browser, ready to run: the Node that it wants, and its entry script. */
export interface CodeServer {
  readonly node: string;
  readonly entry: string;
}

/** code-server in the user's cache; built there when it is missing (some minutes, and only once a version). */
export async function provideCodeServer(): Promise<Availability<CodeServer>> {
  const log = join(tmpdir(), `oci-manifests-code-server-${process.pid}.log`);
  try {
    const node = join(await provideNode(log), 'bin', 'node');
    const root = await cached(`code-server-${codeServerVersion}-node-${nodeVersion}`, (draft) => build(draft, log));
    return { available: true, node, entry: join(root, 'node_modules/code-server/out/node/entry.js') };
  } catch (error) {
    return unavailable(error instanceof BuildFailure ? error.message : `code-server: ${error}`);
  }
}

/** A newer Node than the oldest that the programs run on. */
export async function provideNewerNode(): Promise<Availability<{ readonly bin: string; readonly version: string }>> {
  const log = join(tmpdir(), `oci-manifests-node-${process.pid}.log`);
  try {
    return { available: true, bin: join(await provideNode(log), 'bin'), version: nodeVersion };
  } catch (error) {
    return unavailable(error instanceof BuildFailure ? error.message : `node: ${error}`);
  }
}

class BuildFailure extends Error {}

/** Node from npm, headers included: the native modules of code-server must be built with the Node that runs them. */
async function provideNode(log: string): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const root = await cached(`${name}-${nodeVersion}`, (draft) =>
    npmInstall(draft, log, { [name]: nodeVersion }, process.env),
  );
  return join(root, 'node_modules', name);
}

async function build(draft: string, log: string): Promise<void> {
  const node = await provideNode(log);
  await provideBuildTools();
  process.stderr.write(`Building code-server ${codeServerVersion} (only this once; some minutes)…\n`);
  const env = {
    ...process.env,
    PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}`,
    npm_config_nodedir: node,
    npm_config_jobs: 'max',
  };
  await npmInstall(draft, log, { 'code-server': codeServerVersion }, env);
}

async function provideBuildTools(): Promise<void> {
  const packages = ['g++', 'make', 'python3', 'pkg-config', 'libkrb5-dev'];
  const provided = await providePackages(...packages);
  if (provided.available) return;
  // Elsewhere than on Debian the same things have other names: a compiler on the PATH is reason enough to try.
  const onDebian = (await programOf('dpkg-query')) !== undefined;
  if (onDebian || !(await programOf('c++'))) throw new BuildFailure(`code-server cannot be built: ${provided.why}`);
}

async function npmInstall(
  folder: string,
  log: string,
  dependencies: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  // Newer npm runs the install scripts of those packages only that the project allows.
  const allowScripts = { 'code-server': true, argon2: true };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, allowScripts }));
  const done = await runLogged(log, 'npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    env: withoutOuterNpm(env),
  });
  const names = Object.keys(dependencies).join(', ');
  if (!done) throw new BuildFailure(`npm could not install ${names} (see ${log})`);
}

/** `npm start` tells its children about our project; an npm for another project must not hear of it. */
function withoutOuterNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(INIT_CWD|npm_(package|lifecycle)_.*|npm_(command|execpath|node_execpath))$/;
  const places = /^npm_config_(local_prefix|global_prefix|prefix|user_agent|node_gyp|omit|include|production)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name) && !places.test(name)));
}
