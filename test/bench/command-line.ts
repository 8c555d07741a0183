import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { compare, type Figure } from './measure.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const sample = fileURLToPath(new URL('../../samples/single/manifest.json', import.meta.url));

/** One small file from the command line, against Node that does nothing. */
export async function* commandLine(): AsyncIterable<Figure> {
  const ours = () => execFileSync(process.execPath, [cli, sample]);
  const bare = () => execFileSync(process.execPath, ['-e', '0']);
  yield await compare('cli-small-file', ours, 'node -e 0', bare, 30);
}
