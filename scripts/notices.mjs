// The licenses of what is bundled, by the bundler's own list of files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The validators are compiled before bundling: what ajv puts into them is in no list. */
const compiled = ['node_modules/ajv/', 'node_modules/ajv-formats/'];

/** A text with each package's name, version, license and its text. */
export function noticesOf(root, inputs) {
  const parts = packagesOf(inputs).map((folder) => noticeOf(root, folder));
  return `This program contains the following packages.\n\n${parts.join('\n')}`;
}

/** The folders of the packages that files belong to, by name. */
export function packagesOf(inputs) {
  const found = [...inputs, ...compiled].flatMap(
    (input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? [],
  );
  return [...new Set(found)].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

function nameOf(folder) {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function noticeOf(root, folder) {
  const path = join(root, folder);
  const { name, version, license, author } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} does not say its license`);
  const texts = readdirSync(path)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(path, file), 'utf8').trim());
  const by = typeof author === 'object' ? author.name : author;
  // Where a package has no text, its license is named with the address of the text.
  const terms = texts.length > 0 ? texts : [`${by ? `By ${by}. ` : ''}https://spdx.org/licenses/${license}.html`];
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${terms.join('\n\n')}\n`;
}
