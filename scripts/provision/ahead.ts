// Provides what the tests of a run need, before they ask for it one by one: `packages neovim:nvim vim-ale …`, in a single
// installation, or `code-server`. What fails here fails again in the test, which reports it.
import { buildPackagesOfCodeServer, provideCodeServer } from './code-server.ts';
import { providePackages } from './debian.ts';
import { programOf } from './run-program.ts';

const [what, ...names] = process.argv.slice(2);
if (what === 'packages') await providePackages(...(await missing(names)));
if (what === 'code-server') await provideCodeServer();

/** The packages without a program on the PATH. Test files name each package, and some of its programs. */
async function missing(wanted: readonly string[]): Promise<readonly string[]> {
  const packages = wanted.includes('code-server') ? [...buildPackagesOfCodeServer()] : [];
  for (const one of wanted) {
    const [name = '', ...programs] = one.split(':');
    if (name !== 'code-server' && (await programOf(...programs)) === undefined) packages.push(name);
  }
  return [...new Set(packages)];
}
