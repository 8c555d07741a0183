import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { createRequire, Module } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/*
 * V8's code cache. Compilation takes half the time of a short run, so compiled code is kept between runs, in the same
 * kind of folder as Node's compile cache (Node 22.1 and later). Node's cache only contains what was compiled at load
 * time, not lazily compiled functions.
 */

/**
 * Runs the CommonJS program at a path. `build` identifies its contents. `soon`: for long-running programs, which may be
 * killed before they exit, when to write the cache, in milliseconds. Shorter runs do not write it.
 */
export function startCompiled(path: string, build: string, soon?: number): void {
  const folder = isUnwanted() ? undefined : cacheFolder();
  const { version, versions, arch } = process;
  runCached(path, folder && join(folder, `${build}-${version}-${versions.v8}-${arch}`), soon);
}

/** Same variables as Node. Coverage would miss functions that come from the cache. */
function isUnwanted(): boolean {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_V8_COVERAGE } = process.env;
  return NODE_DISABLE_COMPILE_CACHE !== undefined || NODE_V8_COVERAGE !== undefined;
}

/**
 * A folder in the temporary directory that belongs to the user; undefined if others could write to it and thereby
 * inject code.
 */
function cacheFolder(): string | undefined {
  const uid = process.getuid?.();
  const folder = join(temporaryFolder(), `oci-lint-compile-cache-${uid ?? 'own'}`);
  const stat = made(folder);
  const isOwn = uid === undefined || (stat?.uid === uid && (stat.mode & 0o022) === 0);
  return stat?.isDirectory() && isOwn ? folder : undefined;
}

/** That of `node:os`, which takes longer to load than this. */
function temporaryFolder(): string {
  if (process.platform === 'win32') return process.getBuiltinModule('node:os').tmpdir();
  const { TMPDIR, TMP, TEMP } = process.env;
  return TMPDIR || TMP || TEMP || '/tmp';
}

function made(folder: string): Stats | undefined {
  try {
    const found = lstatSync(folder, { throwIfNoEntry: false });
    if (found !== undefined) return found;
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    // It cannot be created, or another process has just created it.
  }
  try {
    return lstatSync(folder, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Like `require`, but uses the cached code. */
function runCached(path: string, kept: string | undefined, soon: number | undefined): void {
  const cachedData = kept === undefined ? undefined : readIfThere(kept);
  const script = new Script(wrapped(path), { filename: path, ...(cachedData === undefined ? {} : { cachedData }) });
  const module = { exports: {} };
  const { require, hasLoadedFiles } = requireFor(path, module);
  if (kept !== undefined && (cachedData === undefined || script.cachedDataRejected)) {
    holdBytecode(true);
    const keepUsual = (): void => {
      // A run that failed has compiled little, and one that loaded another part of the program lacks what most runs need.
      if (process.exitCode !== 2 && !hasLoadedFiles()) keep(script, kept);
    };
    const keepAtEnd = (): void => void process.once('exit', keepUsual);
    if (soon === undefined) keepAtEnd();
    else setTimeout(() => [keepUsual(), keepAtEnd()], soon).unref();
  }
  script.runInThisContext().call(module.exports, module.exports, require, module, path, dirname(path));
}

/**
 * `require` for the program at a path, to whose other parts it is this module. Node's own `require` takes a while to
 * create, and most runs only load built-in modules.
 */
function requireFor(path: string, module: { readonly exports: object }) {
  let files: NodeJS.Require | undefined;
  const require = (name: string): unknown => {
    const builtin = process.getBuiltinModule(name);
    if (builtin !== undefined) return builtin;
    files ??= requireOfFiles(path, module.exports);
    return files(name);
  };
  return { require, hasLoadedFiles: () => files !== undefined };
}

function requireOfFiles(path: string, exports: object): NodeJS.Require {
  const module = new Module(path);
  Object.assign(module, { filename: path, exports, loaded: true });
  const require = createRequire(path);
  require.cache[path] = module;
  return require;
}

/** Node keeps texts of this size outside of V8's heap, where garbage collection does not copy them. Bytes. */
const external = 1_031_914;

/** The source in Node's module wrapper, padded with blanks to the size of an external text. */
function wrapped(path: string): string {
  const around = Module.wrap('');
  const [before, after] = [around.slice(0, -3), `${around.slice(-3)}\n`];
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const end = before.length + size;
    const text = Buffer.allocUnsafeSlow(Math.max(external, end + after.length));
    text.write(before, 'latin1');
    readSync(file, text, before.length, size, 0);
    text.write(after, end, 'latin1');
    text.fill(' ', end + after.length);
    // The bundler only writes ASCII.
    return text.toString('latin1');
  } finally {
    closeSync(file);
  }
}

/**
 * In a long run V8 would discard the bytecode of functions that only run at the start, which the cache is meant for. The
 * cache is only accepted under the flags under which it was written, so this is undone before.
 */
function holdBytecode(isHeld: boolean): void {
  process.getBuiltinModule('node:v8').setFlagsFromString(isHeld ? '--no-flush-bytecode' : '--flush-bytecode');
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** Written atomically. On failure the next run compiles again. */
function keep(script: Script, path: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    holdBytecode(false);
    writeFileSync(draft, script.createCachedData(), { flag: 'wx', mode: 0o600 });
    renameSync(draft, path);
    removeUnused(dirname(path));
  } catch {
    rmSync(draft, { force: true });
  }
}

/** Names of cache files, and of abandoned drafts of them. */
const ownName = /^(?:[0-9a-f]{16}|watched-\d+)-v\d[\w.+-]*$/;

/** Files unused for this long belong to versions that are no longer installed. Milliseconds. */
const longUnused = 30 * 24 * 60 * 60 * 1000;

/** Only after writing a new file, so that it never delays startup. Versions used side by side keep their files. */
function removeUnused(folder: string): void {
  const oldest = Date.now() - longUnused;
  for (const name of readdirSync(folder).filter((one) => ownName.test(one))) {
    try {
      const path = join(folder, name);
      const { atimeMs, mtimeMs } = lstatSync(path);
      if (Math.max(atimeMs, mtimeMs) < oldest) rmSync(path);
    } catch {
      // Another process removed it, or it is in use.
    }
  }
}
