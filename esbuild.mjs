// `npm run build` creates everything in dist/; `npm run build -- cli.js` only that file; `npm run build -- --watch`
// rebuilds the extension's bundles on changes, with source maps. The root package is ESM. The files in dist/ are
// CommonJS, for VS Code's extension host and for fast startup of the command line.
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { tsImport } from 'tsx/esm/api';
import { boundedFzstd } from './scripts/bounded-fzstd.mjs';
import { cliParts } from './scripts/cli-bundle.mjs';
import { layExtension } from './scripts/extension-folder.mjs';
import { noticesOf } from './scripts/notices.mjs';
import { sbomOf } from './scripts/sbom.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** jsonc-parser's `main` is a UMD build that breaks when bundled. Prefer the ES modules. */
const node = {
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  plugins: [boundedFzstd],
};
/** Bundles that run in Node and in web workers, and load only the parts for their platform. */
const both = { ...node, target: ['node20', 'es2022'], conditions: ['module', 'node', 'browser'] };
/** Platform-neutral, to be bundled by others or used as is. */
const anywhere = {
  platform: 'neutral',
  target: 'es2022',
  format: 'esm',
  mainFields: ['module', 'main'],
  plugins: [boundedFzstd],
};
const command = { banner: { js: '#!/usr/bin/env node' } };
/**
 * A worker script has no module scope. Without a function around it, all declarations would be global, which is slow.
 */
const closed = { banner: { js: '(() => {' }, footer: { js: '})();' } };

const bundles = {
  'client.js': { entry: 'client/src/main.ts', ...both, external: ['vscode'], copy: 'client.web.js' },
  'server.web.js': { entry: 'server/src/main.server.ts', ...both, ...closed },
  'server.js': { entry: 'server/src/main.server-start.ts', starts: 'server.web.js', ...node, ...command },
  'graph.js': { entry: 'server/src/main.graph.ts', platform: 'browser', target: 'es2022', format: 'iife' },
  'library.mjs': { entry: 'server/src/main.library.ts', ...anywhere },
  'library.node.mjs': { entry: 'server/src/main.library-node.ts', ...anywhere, platform: 'node' },
  'cli.js': { entry: 'server/src/main.start.ts', parts: 'server/src/main.cli.ts', ...node, ...command },
};

const { generateValidators } = await tsImport('./scripts/generate/validators.ts', import.meta.url);
const { generateFacts } = await tsImport('./scripts/generate/facts.ts', import.meta.url);
const { generateRuleList } = await tsImport('./scripts/generate/rule-list.ts', import.meta.url);
await generateValidators();
await generateFacts();
await generateRuleList();
// Tools depend on the generated rules.
const { generateTools } = await tsImport('./scripts/generate/tools.ts', import.meta.url);
await generateTools();
mkdirSync(`${root}dist`, { recursive: true });
writeFileSync(`${root}dist/package.json`, '{ "type": "commonjs" }\n');
const isWatching = process.argv.includes('--watch');
const wanted = process.argv.slice(2).filter((name) => name !== '--watch');
/** Source files of all bundles, for the license notices and the SBOM. */
const bundled = [];
for (const [name, options] of Object.entries(bundles)) {
  if (isWatching) {
    if (/^(?:client|graph|server\b.*)\.js$/.test(name)) await watch(name, options);
  } else if (wanted.length === 0 || wanted.includes(name)) await write(name, options);
}
if (wanted.length === 0 && !isWatching) {
  writeFileSync(`${root}dist/THIRD-PARTY-NOTICES.txt`, noticesOf(root, bundled));
  const created = Number(process.env.SOURCE_DATE_EPOCH ?? Math.floor(Date.now() / 1000));
  writeFileSync(`${root}dist/sbom.spdx.json`, sbomOf(root, bundled, created));
  const { rulesJson } = await tsImport('./scripts/generate/rules-json.ts', import.meta.url);
  writeFileSync(`${root}dist/rules.json`, rulesJson());
  const { manPage } = await tsImport('./scripts/generate/man-page.ts', import.meta.url);
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
  writeFileSync(`${root}dist/oci-lint.1`, manPage(version));
  await layExtension(root, `${root}dist/extension`);
}

/** Writes to the folder from which F5 starts the extension. `npm run build` has created the rest. */
async function watch(name, { entry, copy, starts, ...options }) {
  // A unique build identifier disables the code cache while the source keeps changing.
  if (starts !== undefined) options.define = { BUILD: JSON.stringify(`watched-${Date.now()}`) };
  const outfile = `${root}dist/extension/dist/${name}`;
  const watched = await context({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    sourcemap: true,
    logLevel: 'info',
    ...options,
  });
  await watched.watch();
}

async function write(name, { entry, copy, parts, starts, ...options }) {
  if (!existsSync(root + entry)) {
    console.log(`dist/${name.padEnd(16)} left out: there is no ${entry}`);
    return;
  }
  const outfile = `${root}dist/${name}`;
  if (parts !== undefined) options.define = { BUILD: JSON.stringify(await writeParts(parts)) };
  if (starts !== undefined) options.define = { BUILD: JSON.stringify(buildOf(readFileSync(`${root}dist/${starts}`))) };
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    metafile: true,
    ...options,
  });
  bundled.push(...Object.keys(metafile.inputs));
  if (options.banner !== undefined) chmodSync(outfile, 0o755);
  if (copy !== undefined) copyFileSync(outfile, `${root}dist/${copy}`);
  console.log(`dist/${name.padEnd(16)} ${(statSync(outfile).size / 1000).toFixed(1).padStart(7)} kB`);
}

/** Writes the parts of the command line and returns an identifier of their contents. */
async function writeParts(entry) {
  const folder = `${root}dist/cli`;
  const { files, inputs } = await cliParts(root, entry, node);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(`${folder}/${name}`, text);
  bundled.push(...inputs);
  const size = [...files.values()].reduce((sum, text) => sum + text.length, 0);
  console.log(`dist/cli/           ${(size / 1000).toFixed(1).padStart(7)} kB in ${files.size} parts`);
  return buildOf(files.get('main.js'));
}

function buildOf(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
