import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The tools that people would use instead. They are not dependencies of this project: npm packages are installed in a
 * separate folder, other programs are used if they are on the PATH.
 */
const fromNpm = {
  'ajv-cli': '5.0.0',
  '@sourcemeta/jsonschema': '16.11.0',
  '@biomejs/biome': '2.5.15',
  'vscode-langservers-extracted': '4.10.0',
} as const;

const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'oci-manifests-bench');

/** The command of a package's program, or undefined with a notice if it cannot be installed. */
export function npmProgram(name: keyof typeof fromNpm, program: string): readonly string[] | undefined {
  try {
    install();
    const path = join(folder, 'node_modules', name);
    const { version, bin } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    if (version !== fromNpm[name]) throw new Error(`${version} is installed, not ${fromNpm[name]}`);
    return [process.execPath, join(path, typeof bin === 'string' ? bin : bin[program])];
  } catch (error) {
    return missing(`${name} ${fromNpm[name]}`, error);
  }
}

/** A program on the PATH, or undefined with a notice if it is missing. */
export function program(name: string, from: string): readonly string[] | undefined {
  const found = (process.env.PATH ?? '').split(':').find((place) => existsSync(join(place, name)));
  return found === undefined ? missing(name, `it is not installed (${from})`) : [join(found, name)];
}

/** Why the installation failed. Undefined before the first attempt and after success. */
let failure: Error | undefined;
let isTried = false;

/** Tries once. */
function install(): void {
  if (failure !== undefined) throw failure;
  if (isTried) return;
  isTried = true;
  try {
    installAll();
  } catch (error) {
    // The next run tries again.
    rmSync(join(folder, 'package.json'), { force: true });
    failure = new Error(`npm did not install it (${error instanceof Error ? error.message.split('\n')[0] : error})`);
    throw failure;
  }
}

function installAll(): void {
  mkdirSync(folder, { recursive: true });
  const wanted = JSON.stringify({ private: true, dependencies: fromNpm }, null, 2);
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest) || readFileSync(manifest, 'utf8') !== wanted) {
    console.error(`bench: installing ${Object.keys(fromNpm).join(', ')} in ${folder}`);
    writeFileSync(manifest, wanted);
    const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts'];
    execFileSync('npm', args, { cwd: folder, stdio: 'ignore' });
  }
}

const told = new Set<string>();

function missing(name: string, why: unknown): undefined {
  if (!told.has(name))
    console.error(`bench: nothing is compared with ${name}: ${why instanceof Error ? why.message : why}`);
  told.add(name);
}
