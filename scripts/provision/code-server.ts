import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Availability, unavailable } from './availability.ts';
import { cached, isCached } from './cache.ts';
import { providePackages } from './debian.ts';
import { programOf, runLogged } from './run-program.ts';

/** A release of code-server and the Node version it requires. Version 4.N contains VS Code 1.N. */
export interface CodeServerRelease {
  readonly version: string;
  readonly nodeVersion: string;
  /** Whether its own installer requests ripgrep from GitHub, so that we must assemble it here. */
  readonly isOld?: boolean;
}

const newest: CodeServerRelease = { version: '4.139.1', nodeVersion: '24.21.0' };

/** The oldest release on npm that satisfies `engines.vscode` and runs the language client. */
export const oldestCodeServer: CodeServerRelease = { version: '4.93.1', nodeVersion: '20.20.2', isOld: true };

/** VS Code in the browser, ready to run: the required Node and its entry script. */
export interface CodeServer {
  readonly node: string;
  readonly entry: string;
}

const buildPackages = ['g++', 'make', 'python3', 'pkg-config', 'libkrb5-dev'];

/** OCI_MANIFESTS_VS_CODE=oldest runs the editor tests in the oldest supported VS Code. */
const wanted = process.env.OCI_MANIFESTS_VS_CODE === 'oldest' ? oldestCodeServer : newest;

/** code-server from the user's cache. Built there if it is missing, which takes some minutes once per version. */
export async function provideCodeServer(release = wanted): Promise<Availability<CodeServer>> {
  const log = join(tmpdir(), `oci-manifests-code-server-${process.pid}.log`);
  const { nodeVersion } = release;
  try {
    const node = join(await provideNode(nodeVersion, log), 'bin', 'node');
    const root = await cached(nameOf(release), (draft) => build(release, draft, log));
    return { available: true, node, entry: join(root, 'node_modules/code-server/out/node/entry.js') };
  } catch (error) {
    return unavailable(error instanceof BuildFailure ? error.message : `code-server: ${error}`);
  }
}

/** The Debian packages for building code-server: none once it is built. */
export function buildPackagesOfCodeServer(release = wanted): readonly string[] {
  return isCached(nameOf(release)) ? [] : buildPackages;
}

/** A newer Node than the oldest one that the programs support. */
export async function provideNewerNode(): Promise<Availability<{ readonly bin: string; readonly version: string }>> {
  const log = join(tmpdir(), `oci-manifests-node-${process.pid}.log`);
  try {
    const { nodeVersion } = newest;
    return { available: true, bin: join(await provideNode(nodeVersion, log), 'bin'), version: nodeVersion };
  } catch (error) {
    return unavailable(error instanceof BuildFailure ? error.message : `node: ${error}`);
  }
}

class BuildFailure extends Error {}

function nameOf({ version, nodeVersion }: CodeServerRelease): string {
  return `code-server-${version}-node-${nodeVersion}`;
}

/** Node from npm with headers, because the native modules of code-server must be built for the Node that runs them. */
async function provideNode(nodeVersion: string, log: string): Promise<string> {
  const name = `node-${process.platform}-${process.arch}`;
  const root = await cached(`${name}-${nodeVersion}`, (draft) =>
    npmInstall(draft, log, { [name]: nodeVersion }, process.env),
  );
  return join(root, 'node_modules', name);
}

async function build(release: CodeServerRelease, draft: string, log: string): Promise<void> {
  const { version, nodeVersion, isOld } = release;
  const node = await provideNode(nodeVersion, log);
  await provideBuildTools();
  process.stderr.write(`Building code-server ${version} (only this once; some minutes)…\n`);
  const env = {
    ...process.env,
    PATH: `${join(node, 'bin')}${delimiter}${process.env.PATH}`,
    npm_config_nodedir: node,
    npm_config_jobs: 'max',
  };
  if (isOld) await buildOld(draft, log, version, env);
  else await npmInstall(draft, log, { 'code-server': version }, env);
}

/**
 * Installs an old release without its scripts, whose downloads are taken from the latest release instead. Its
 * dependencies have peer conflicts that newer npm versions reject.
 */
async function buildOld(draft: string, log: string, version: string, env: NodeJS.ProcessEnv): Promise<void> {
  const ripgrep = await ripgrepOfNewest(log);
  const quiet = ['--ignore-scripts', '--legacy-peer-deps'];
  await npmInstall(draft, log, { 'code-server': version }, env, quiet);
  const vsCode = join(draft, 'node_modules/code-server/lib/vscode');
  for (const folder of [vsCode, join(vsCode, 'extensions')])
    await npm(folder, log, ['install', '--omit=dev', ...quiet], env);
  await symlink('node_modules', join(vsCode, 'node_modules.asar'));
  const place = join(vsCode, 'node_modules/@vscode/ripgrep/bin');
  await mkdir(place, { recursive: true });
  await copyFile(ripgrep, join(place, 'rg'));
  const rebuild = ['rebuild', '--dangerously-allow-all-scripts'];
  await npm(vsCode, log, rebuild, env);
  // Its own script would do all of this again.
  await npm(draft, log, [...rebuild, 'argon2'], env);
}

async function ripgrepOfNewest(log: string): Promise<string> {
  const root = await cached(nameOf(newest), (draft) => build(newest, draft, log));
  const modules = join(root, 'node_modules/code-server/lib/vscode/node_modules');
  return join(modules, '@vscode/ripgrep-universal/bin', `${process.platform}-${process.arch}`, 'rg');
}

async function provideBuildTools(): Promise<void> {
  const provided = await providePackages(...buildPackages);
  if (provided.available) return;
  // Other distributions use other package names. A compiler on the PATH is reason enough to try.
  const onDebian = (await programOf('dpkg-query')) !== undefined;
  if (onDebian || !(await programOf('c++'))) throw new BuildFailure(`code-server cannot be built: ${provided.why}`);
}

async function npmInstall(
  folder: string,
  log: string,
  dependencies: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): Promise<void> {
  // Newer npm versions only run install scripts of packages that the project allows.
  const allowScripts = { 'code-server': true, argon2: true };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies, allowScripts }));
  await npm(folder, log, ['install', ...flags], env, Object.keys(dependencies).join(', '));
}

async function npm(
  folder: string,
  log: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  what = args[0],
): Promise<void> {
  const done = await runLogged(log, 'npm', [...args, '--no-audit', '--no-fund'], {
    cwd: folder,
    env: withoutOuterNpm(env),
  });
  if (!done) throw new BuildFailure(`npm could not install ${what} (see ${log})`);
}

/**
 * `npm start` passes our project to child processes in the environment, which must not reach an npm for another
 * project.
 */
function withoutOuterNpm(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(INIT_CWD|npm_(package|lifecycle)_.*|npm_(command|execpath|node_execpath))$/;
  const places = /^npm_config_(local_prefix|global_prefix|prefix|user_agent|node_gyp|omit|include|production)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name) && !places.test(name)));
}
