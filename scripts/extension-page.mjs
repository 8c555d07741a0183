// The README of the extension, with absolute links to the repository. It has no images, because VS Code only shows
// those from the network, and the page should not depend on it.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const page = 'docs/extension/README.md';

/** `repository` is the base URL of its files. */
export function extensionPage(root, repository) {
  const text = readFileSync(join(root, page), 'utf8');
  return text.replace(/\[([^\]]*)\]\((?!https:|#)([^)]+)\)/g, (_, label, target) => {
    return `[${label}](${repository}/blob/HEAD/${posix.join(dirname(page), target)})`;
  });
}
