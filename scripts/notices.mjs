// The licenses of bundled packages, according to the bundler's list of files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The validators are compiled before bundling, so the list lacks the parts from ajv. */
const compiled = ['node_modules/ajv/', 'node_modules/ajv-formats/'];

/** A text with the name, version and license text of each package. */
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
  // A package without a license text is listed with the URL of the text.
  const terms = texts.length > 0 ? texts : [`${by ? `By ${by}. ` : ''}https://spdx.org/licenses/${license}.html`];
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${terms.join('\n\n')}\n`;
}
