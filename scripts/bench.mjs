// `npm run bench [-- NAME]`: every benchmark, or one. What is measured is built as it is shipped: a loader that compiles on the
// fly wraps each function, which would be measured, too.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
/** As deep in the project as the sources, whose paths to other files then hold. */
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
  // The peer, and what the protocol's client needs: as they are installed.
  external: ['vscode-json-languageservice', 'vscode-jsonrpc', 'vscode-languageserver-*'],
});
process.on('exit', () => rmSync(`${root}dist/bench`, { recursive: true, force: true }));
await import(outfile);
