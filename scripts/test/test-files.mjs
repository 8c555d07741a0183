// Which test files there are, and what they need.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const parts = ['unit', 'protocol', 'editors'];

/** Properties over thousands of documents and anything that starts a process are slow. */
const slow = /ociLint|cli-process|child_process|fc\.assert|zstd-wasm|dist\/|freshBundle|fromPages|canBeLonger/;

/** The files of a part: `test/unit/tar.test.ts`, … */
export function testFilesOf(part) {
  const folder = join(root, 'test', part);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .sort()
    .map((name) => `test/${part}/${name}`);
}

/** Whether a file needs neither a child process nor an editor. */
export function isFast(file) {
  return file.startsWith('test/unit/') && !slow.test(textOf(file));
}

export function isOfEditor(file) {
  return file.startsWith('test/editors/');
}

/** The Debian packages that files ask for, each with the names of its programs: `{ name: 'neovim', programs: ['nvim'] }`. */
export function packagesOf(testFiles) {
  const calls = testFiles.flatMap((file) => [...textOf(file).matchAll(/\bprovide(Program|Packages)\(([^)]*)\)/g)]);
  return calls.map(([, kind, list]) => {
    const [name, ...programs] = Array.from(list.matchAll(/'([^']+)'/g), ([, text]) => text);
    return { name, programs: kind === 'Program' ? programs : [] };
  });
}

/** Whether a file asks for any program that may have to be installed. */
export function needsPrograms(file) {
  return /\bprovide[A-Z]\w*\(/.test(textOf(file));
}

export function needsCodeServer(file) {
  return textOf(file).includes('provideCodeServer(');
}

function textOf(file) {
  return readFileSync(join(root, file), 'utf8');
}
