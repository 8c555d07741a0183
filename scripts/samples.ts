/**
 * Writes `samples/`, or checks it with `--check`.
 *
 * node --import tsx scripts/samples.ts [--check] [FOLDER]
 *
 * Only touches its own output: the folders in which it has files, and its files next to them. With `--check` it exits
 * with 1 and names the first file that is stale, missing or foreign.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from './samples/files.ts';
import { sampleFiles } from './samples/sample-files.ts';

const isCheck = process.argv.includes('--check');
const [named] = process.argv.slice(2).filter((argument) => argument !== '--check');
const folder = named ?? fileURLToPath(new URL('../samples', import.meta.url));

const files = sampleFiles();
const stale = await staleFile(files);
if (!isCheck) {
  await write(files);
} else if (stale) {
  console.error(`${join(folder, stale)} is stale: run \`npm run samples\``);
  process.exitCode = 1;
}

/** The first path in order whose content is not as expected. */
async function staleFile(expected: Files): Promise<string | undefined> {
  const paths = new Set([...expected.keys(), ...(await presentFiles(expected))]);
  for (const path of [...paths].toSorted()) {
    const content = expected.get(path);
    const present = await readFile(join(folder, path)).catch(() => undefined);
    if (!content || !present?.equals(content)) return path;
  }
  return undefined;
}

async function write(expected: Files): Promise<void> {
  const present = await presentFiles(expected);
  await Promise.all(present.filter((path) => !expected.has(path)).map((path) => rm(join(folder, path))));
  for (const [path, content] of expected) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** The current content of the folders that this script writes. */
async function presentFiles(expected: Files): Promise<readonly string[]> {
  const folders = new Set([...expected.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0]!));
  const lists = await Promise.all([...folders].map((name) => filesBelow(join(folder, name))));
  return lists.flat().map((path) => relative(folder, path).split(sep).join('/'));
}

async function filesBelow(path: string): Promise<readonly string[]> {
  const found = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => []);
  return found.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}
