// The command line in parts: the linter in one file, and a file for each module that the sources load with `import()`.
// esbuild's splitting would scatter shared code over many files, which slows down every start.
import { dirname, relative } from 'node:path';
import { build } from 'esbuild';

/** Builds the parts. Returns their texts by file name, starting with `main.js`, and all bundled files. */
export async function cliParts(root, entry, options) {
  const common = { absWorkingDir: root, bundle: true, minify: true, metafile: true, write: false, ...options };
  common.supported = { 'dynamic-import': false };
  const { plugins: always = [] } = options;
  const late = new Map();
  // The first pass finds what is in the main part, which then exports it to the others.
  const { metafile } = await build({
    ...common,
    entryPoints: [entry],
    outdir: 'parts',
    plugins: [...always, leavingOut, loadingLate(late)],
  });
  const shared = modulesIn(metafile);
  const parts = [];
  const wanted = new Set();
  for (const [path, name] of late) parts.push([name, await latePart(path)]);
  parts.unshift(['main', await mainPart()]);
  return {
    files: new Map(parts.map(([name, { outputFiles }]) => [`${name}.js`, outputFiles[0].text])),
    inputs: parts.flatMap(([, part]) => Object.keys(part.metafile.inputs)),
  };

  function latePart(path) {
    const plugins = [...always, leavingOut, loadingLate(late), askingMain(root, shared, wanted)];
    return build({ ...common, entryPoints: [path], outdir: 'parts', plugins });
  }

  async function mainPart() {
    const contents = `${await sharing(root, [...wanted])}\nimport './${entry}';`;
    const plugins = [...always, loadingLate(late)];
    return build({ ...common, stdin: { contents, resolveDir: root }, outdir: 'parts', plugins });
  }
}

/** Parts of the MCP SDK that we do not use: ajv, which generates code at run time, and the translations of zod. */
export const leavingOut = {
  name: 'leaving-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/(?:ajv-provider|locales\/index)\.js$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /./, namespace: 'left-out' }, () => ({ contents: 'export class AjvJsonSchemaValidator {}' }));
  },
};

/** Our own modules in a bundle. */
function modulesIn({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return new Set(
    inputs.filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && path.endsWith('.ts')).map(([path]) => path),
  );
}

/**
 * Code that exports a function from the path of a module to what that module exports. One function instead of a getter
 * for each name, because the main part creates all of them at every start.
 */
async function sharing(root, paths) {
  const cases = [];
  const imports = [];
  for (const [at, path] of paths.entries()) {
    const names = await exportsOf(root, path);
    const local = (name) => `${name}_${at}`;
    imports.push(`import { ${names.map((name) => `${name} as ${local(name)}`).join(', ')} } from './${path}';`);
    const members = names.map((name) => `${name}: ${local(name)}`);
    cases.push(`case ${JSON.stringify(path)}: return { ${members.join(', ')} };`);
  }
  return `${imports.join('\n')}\nexport function sharedModule(path) { switch (path) { ${cases.join('\n')} } }`;
}

/** The names that a module of ours exports. */
async function exportsOf(root, path) {
  const options = {
    absWorkingDir: root,
    entryPoints: [path],
    format: 'esm',
    outdir: 'parts',
    metafile: true,
    write: false,
  };
  const { metafile, outputFiles } = await build(options);
  if (/^export \*/m.test(outputFiles[0].text)) throw new Error(`${path} exports names that it does not list`);
  return Object.values(metafile.outputs)[0].exports;
}

/** The targets of `import()` become separate files that are required on demand. */
function loadingLate(late) {
  return {
    name: 'loading-late',
    setup({ onResolve, resolve }) {
      onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const found = await resolve(path, { kind: 'import-statement', importer, resolveDir });
        const name = late.get(found.path) ?? partNameOf(found.path, [...late.values()]);
        late.set(found.path, name);
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

function partNameOf(path, taken) {
  const file = path
    .split(/[\\/]/)
    .at(-1)
    .replace(/\.\w+$/, '');
  const name = file === 'index' || file === 'main' ? path.split(/[\\/]/).at(-2) : file;
  if (taken.includes(name)) throw new Error(`two parts of the command line are called ${name}`);
  return name;
}

/** The other parts take shared modules from the main part, so that each class exists once. */
function askingMain(root, shared, wanted) {
  return {
    name: 'asking-main',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /^\./ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
        if (kind !== 'import-statement' || pluginData === 'ours') return undefined;
        const found = await resolve(path, { kind, importer, resolveDir, pluginData: 'ours' });
        const module = relative(root, found.path).replaceAll('\\', '/');
        if (!shared.has(module)) return undefined;
        wanted.add(module);
        return { path: module, namespace: 'main' };
      });
      onResolve({ filter: /^\.\/main\.js$/, namespace: 'main' }, () => ({ path: './main.js', external: true }));
      onLoad({ filter: /./, namespace: 'main' }, ({ path }) => ({
        contents: `module.exports = require('./main.js').sharedModule(${JSON.stringify(path)});`,
        resolveDir: dirname(root),
      }));
    },
  };
}
