// The README of the extension, as its page shows it: links lead to the repository. It has no pictures: VS Code shows those of the
// network alone, and a page has to read well without one.
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const page = 'docs/extension/README.md';

/** `repository`: the address of its files. */
export function extensionPage(root, repository) {
  const text = readFileSync(join(root, page), 'utf8');
  return text.replace(/\[([^\]]*)\]\((?!https:|#)([^)]+)\)/g, (_, label, target) => {
    return `[${label}](${repository}/blob/HEAD/${posix.join(dirname(page), target)})`;
  });
}
