// The complete npm package `oci-lint` as a folder for `npm pack`: the programs, the library with its types, and bundled
// files. Its manifest derives from the root's, which is the single source of version, license and engines.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** From the root to the package. */
const files = {
  'docs/package/README.md': 'README.md',
  'docs/package/AGENTS.md': 'AGENTS.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'dist/THIRD-PARTY-NOTICES.txt': 'THIRD-PARTY-NOTICES.txt',
  'dist/sbom.spdx.json': 'sbom.spdx.json',
  'dist/package.json': 'dist/package.json',
  'dist/cli.js': 'dist/cli.js',
  'dist/cli': 'dist/cli',
  'dist/server.js': 'dist/server.js',
  'dist/server.web.js': 'dist/server.web.js',
  'dist/library.mjs': 'dist/library.mjs',
  'dist/library.node.mjs': 'dist/library.node.mjs',
  'dist/rules.json': 'dist/rules.json',
  'dist/oci-lint.1': 'dist/oci-lint.1',
  'node_modules/vscode-languageserver-types/lib/esm/main.d.ts': 'dist/lsp-types.d.mts',
};

/** The declarations, with their imports mapped to package files. */
const declarations = {
  'server/src/library/public.d.ts': ['dist/library.d.mts', 'vscode-languageserver-types', './lsp-types.mjs'],
  'server/src/library/public-node.d.ts': ['dist/library.node.d.mts', './public.d.ts', './library.mjs'],
};

/** Packs the output of `npm run build`. Returns the path of the tarball in the folder. */
export function packNpm(root, folder) {
  const content = join(folder, 'package');
  writeNpmPackage(root, content);
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const options = { cwd: content, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] };
  const { status, stdout } = spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm pack failed');
  const [packed] = Object.values(JSON.parse(stdout));
  return join(folder, packed.filename);
}

function writeNpmPackage(root, folder) {
  for (const [from, to] of Object.entries(files)) cpSync(join(root, from), join(folder, to), { recursive: true });
  for (const program of Object.values(bin)) chmodSync(join(folder, program), 0o755);
  for (const [from, [to, name, renamed]] of Object.entries(declarations)) {
    const text = readFileSync(join(root, from), 'utf8');
    if (!text.includes(`'${name}'`)) throw new Error(`${from} does not import ${name}`);
    writeFileSync(join(folder, to), text.replaceAll(`'${name}'`, `'${renamed}'`));
  }
  writeFileSync(
    join(folder, 'dist/server.d.ts'),
    '/** Starts the language server on standard input and output. */\nexport {};\n',
  );
  mkdirSync(join(folder, 'schemas'));
  for (const path of ['schemas', 'schemas/files']) {
    for (const name of readdirSync(join(root, path)).filter((file) => file.endsWith('.schema.json')))
      cpSync(join(root, path, name), join(folder, 'schemas', name));
  }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(npmManifest(root), null, 2)}\n`);
}

const bin = { 'oci-lint': 'dist/cli.js', 'oci-language-server': 'dist/server.js' };

/** No dependencies: everything is bundled. */
function npmManifest(root) {
  const { version, license, repository, keywords, engines } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    name: 'oci-lint',
    version,
    description: 'Lint OCI image indexes, manifests, configs and layouts: command line, language server and library.',
    license,
    keywords: [...keywords, 'lint', 'linter', 'language-server'],
    homepage: repository.url.replace(/\.git$/, '#readme'),
    bugs: repository.url.replace(/\.git$/, '/issues'),
    repository: { ...repository, url: `git+${repository.url}` },
    engines: { node: engines.node },
    bin,
    man: './dist/oci-lint.1',
    type: 'commonjs',
    // Importing the server starts it.
    sideEffects: ['./dist/*.js'],
    types: './dist/library.d.mts',
    exports: {
      '.': { types: './dist/library.d.mts', default: './dist/library.mjs' },
      './node': { types: './dist/library.node.d.mts', default: './dist/library.node.mjs' },
      './server': { types: './dist/server.d.ts', default: './dist/server.js' },
      './rules.json': './dist/rules.json',
      './schemas/*': './schemas/*',
      './package.json': './package.json',
    },
  };
}
