// The README of the extension, as its page shows it: with its pictures in it, since VS Code takes no others without a network,
// and links to the repository.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const page = 'docs/extension/README.md';

/** `repository`: the address of its files. */
export function extensionPage(root, repository) {
  const text = readFileSync(join(root, page), 'utf8');
  return text.replace(/(!?)\[([^\]]*)\]\((?!https:|#)([^)]+)\)/g, (_, sign, label, target) => {
    const path = posix.join(dirname(page), target);
    return `${sign}[${label}](${sign === '' ? `${repository}/blob/HEAD/${path}` : pictureAt(join(root, path))})`;
  });
}

function pictureAt(path) {
  return `data:image/webp;base64,${readFileSync(path).toString('base64')}`;
}
