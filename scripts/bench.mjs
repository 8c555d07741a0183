// `npm run bench [-- NAME]` runs all benchmarks, or one. Benchmarks are bundled like the product, because a loader that
// compiles on the fly wraps every function and would distort the figures.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
/** At the same depth as the sources, so that relative paths resolve. */
const outfile = `${root}dist/bench/main.mjs`;

await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/main.ts'],
  outfile,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  // The peer and the dependencies of the protocol client are used as installed.
  external: ['vscode-json-languageservice', 'vscode-jsonrpc', 'vscode-languageserver-*'],
});
process.on('exit', () => rmSync(`${root}dist/bench`, { recursive: true, force: true }));
await import(outfile);
