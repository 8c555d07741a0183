// The test files as plain JavaScript, compiled once. Compiling hundreds of sources again in every process takes more time
// than most tests.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Tests read files next to their sources, so `import.meta.url` stays what it is when a source runs alone. */
const ownUrls = {
  name: 'own-urls',
  setup({ onLoad }) {
    onLoad({ filter: /\.(?:ts|mjs)$/ }, ({ path }) => {
      const url = JSON.stringify(pathToFileURL(path).href);
      const contents = readFileSync(path, 'utf8').replaceAll('import.meta.url', url);
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

/** Packages are loaded by Node, which would ask for an import attribute here. */
const packagedJson = (root) => ({
  name: 'packaged-json',
  setup({ onResolve }) {
    const { resolve } = createRequire(join(root, 'package.json'));
    onResolve({ filter: /^[^./].*\.json$/ }, ({ path }) => ({ path: resolve(path) }));
  },
});

/**
 * Compiles test files. Sources that several of them need are in chunks. Returns the folder, which is removed at exit, and
 * in it `unit/tar.test.mjs` for `test/unit/tar.test.ts`. It is below node_modules, where packages are found.
 */
export async function compileTests(root, testFiles) {
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'tests-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await build({
    absWorkingDir: root,
    entryPoints: testFiles,
    outdir: folder,
    outbase: 'test',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    plugins: [packagedJson(root), ownUrls],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  });
  return folder;
}

/** The path of a compiled test file. */
export function compiled(folder, testFile) {
  return join(folder, testFile.replace(/^test\//, '').replace(/\.ts$/, '.mjs'));
}
