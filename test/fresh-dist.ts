import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * The path of a bundle in `dist/`. Throws where a source is newer: what a test says of an older bundle is about yesterday's
 * program.
 */
export function freshBundle(name: string): string {
  const bundle = `${root}dist/${name}`;
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs;
  if (built === undefined) throw new Error(`there is no dist/${name}: npm run build`);
  const newer = newestSource() > built;
  if (newer) throw new Error(`dist/${name} is older than its sources: npm run build`);
  return bundle;
}

let newest: number | undefined;

function newestSource(): number {
  newest ??= Math.max(
    ...['server/src', 'schemas'].flatMap((folder) =>
      readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:ts|json)$/.test(path) && !path.includes('generated') && !path.startsWith('files'))
        .map((path) => statSync(`${root}${folder}/${path}`).mtimeMs),
    ),
  );
  return newest;
}
