import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { Script } from 'node:vm';

/*
 * Half the time that a short run takes is V8's, which compiles the program. What it has compiled is kept from one run to the
 * next, in the same kind of place as Node's own compile cache (22.1 and newer), which keeps less: what was compiled when the
 * program was loaded, and not what running it took.
 */

/**
 * Runs the CommonJS program at a path. `build` differs where its text does. `soon`: of a program that runs for long, when what
 * it took so far is kept, in milliseconds: it may never come to its end. Shorter runs do not count.
 */
export function startCompiled(path: string, build: string, soon?: number): void {
  const folder = isUnwanted() ? undefined : cacheFolder();
  const { version, versions, arch } = process;
  runCached(path, folder && join(folder, `${build}-${version}-${versions.v8}-${arch}`), soon);
}

/** As Node has it. With the coverage of code, functions that come compiled would not be counted. */
function isUnwanted(): boolean {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env;
  return NODE_DISABLE_COMPILE_CACHE !== undefined || NODE_V8_COVERAGE !== undefined;
}

/** A folder of the user's own in that for temporary files; undefined where somebody else could write what we would run. */
function cacheFolder(): string | undefined {
  const uid = process.getuid?.();
  const folder = join(process.getBuiltinModule('node:os').tmpdir(), `oci-lint-compile-cache-${uid ?? 'own'}`);
  const stat = made(folder);
  const isOwn = uid === undefined || (stat?.uid === uid && (stat.mode & 0o022) === 0);
  return stat?.isDirectory() && isOwn ? folder : undefined;
}

/** It may be there already. */
function made(folder: string): Stats | undefined {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It is there, or cannot be made.
  }
  try {
    return lstatSync(folder, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Does what `require` does, with the code that was kept. */
function runCached(path: string, kept: string | undefined, soon: number | undefined): void {
  const module = new Module(path);
  module.filename = path;
  const require = createRequire(path);
  require.cache[path] = module;
  // The bundler writes ASCII only.
  const text = readFileSync(path, 'latin1');
  const cachedData = kept === undefined ? undefined : readIfThere(kept);
  const script = new Script(Module.wrap(text), { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  if (kept !== undefined && (cachedData === undefined || script.cachedDataRejected)) {
    const keepUsual = (): void => {
      // Another part of the program was asked for: what most runs need is not compiled yet.
      const others = Object.keys(require.cache).filter((name) => name !== path && name !== require.main?.filename);
      if (!others.some((name) => name.startsWith(dirname(path) + sep))) keep(script, kept);
    };
    const keepAtEnd = (): void => void process.once('exit', keepUsual);
    if (soon === undefined) keepAtEnd();
    else setTimeout(() => [keepUsual(), keepAtEnd()], soon).unref();
  }
  script.runInThisContext().call(module.exports, module.exports, require, module, path, dirname(path));
  module.loaded = true;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Nobody reads half of it. Where it cannot be kept, the next run compiles again. */
function keep(script: Script, path: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, script.createCachedData(), { flag: 'wx', mode: 0o600 });
    renameSync(draft, path);
    removeUnused(dirname(path));
  } catch {
    rmSync(draft, { force: true });
  }
}

/** How this program calls what it keeps, and drafts of it that nobody finished. */
const ownName = /^(?:[0-9a-f]{16}|watched-\d+)-v\d[\w.+-]*$/;

/** What no run has used for so long is of a version that is gone. In milliseconds. */
const longUnused = 30 * 24 * 60 * 60 * 1000;

/** Only when something new is kept: no start waits for this. Versions that are used side by side leave each other alone. */
function removeUnused(folder: string): void {
  const oldest = Date.now() - longUnused;
  for (const name of readdirSync(folder).filter((one) => ownName.test(one))) {
    try {
      const path = join(folder, name);
      const { atimeMs, mtimeMs } = lstatSync(path);
      if (Math.max(atimeMs, mtimeMs) < oldest) rmSync(path);
    } catch {
      // Another run was faster, or it is in use.
    }
  }
}
