// `npm run build`: everything in dist/; `npm run build -- cli.js` makes only that. The root package is ESM; what lies in
// dist/ is CommonJS, which VS Code's extension host and a fast start of the command line want.
import { chmodSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const root = fileURLToPath(new URL('.', import.meta.url));

/** For Node. jsonc-parser's `main` is a UMD build that fails when bundled: take the ES modules. */
const node = { platform: 'node', target: 'node20', format: 'cjs', mainFields: ['module', 'main'] };
const browser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };
const command = { banner: { js: '#!/usr/bin/env node' } };

const bundles = {
  'client.js': { entry: 'client/src/main.node.ts', ...node, external: ['vscode'] },
  'client.web.js': { entry: 'client/src/main.browser.ts', ...browser, format: 'cjs', external: ['vscode'] },
  'server.js': { entry: 'server/src/main.node.ts', ...node, ...command },
  'server.web.js': { entry: 'server/src/main.browser.ts', ...browser, format: 'iife' },
  'cli.js': { entry: 'server/src/main.cli.ts', ...node, ...command },
};

const { generateValidators } = await tsImport('./scripts/generate/validators.ts', import.meta.url);
await generateValidators();
mkdirSync(`${root}dist`, { recursive: true });
writeFileSync(`${root}dist/package.json`, '{ "type": "commonjs" }\n');
const wanted = process.argv.slice(2);
for (const [name, options] of Object.entries(bundles)) {
  if (wanted.length === 0 || wanted.includes(name)) await write(name, options);
}

async function write(name, { entry, ...options }) {
  if (!existsSync(root + entry)) {
    console.log(`dist/${name.padEnd(14)} left out: there is no ${entry}`);
    return;
  }
  const outfile = `${root}dist/${name}`;
  await build({ absWorkingDir: root, entryPoints: [entry], outfile, bundle: true, minify: true, ...options });
  if (options.banner !== undefined) chmodSync(outfile, 0o755);
  console.log(`dist/${name.padEnd(14)} ${(statSync(outfile).size / 1000).toFixed(1).padStart(7)} kB`);
}
