// Document kinds are distinguished by traits (`Trait` in oci/kinds.ts). Only oci/ may check them by name.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The lines to print, one per check of a kind by name. */
export function checkKinds(root) {
  const source = readFileSync(join(root, 'server/src/oci/kind.ts'), 'utf8');
  const [, list] = /export const kinds = \[([^\]]*)\]/.exec(source);
  const names = [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name).join('|');
  // Matches comparisons, cases and list lookups: `kind === 'index'`, `case 'index':`, `['config',
  // 'docker-config'].includes(kind)`.
  const tests = [
    new RegExp(`\\bkind(?:OfMediaType\\([^()]*\\))?[!)?]*\\s*[!=]==?\\s*'(?:${names})'`, 'gi'),
    new RegExp(`'(?:${names})'\\s*[!=]==?\\s*[\\w.?]*\\bkind\\b`, 'gi'),
    new RegExp(
      `\\bcase '(?:${names
        .split('|')
        .filter((name) => name.includes('-'))
        .join('|')})':`,
      'g',
    ),
    new RegExp(`'(?:${names})',?\\s*\\]\\.includes\\(`, 'g'),
    /\bkind\b[!?]?\.(?:starts|ends)With\('(?:-?docker|-?oci|-?oras|-?artifact|-?manifest|-?config)/gi,
    /\bnew Set\(\[[^\]]*'(?:docker|oras)-(?:manifest|manifest-list|config|artifact-manifest)'/g,
  ];
  return [...sourceFilesIn(join(root, 'server/src'))].flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = tests.flatMap((test) => [...text.matchAll(test)]);
    return found.map(({ 0: written, index }) => {
      const line = text.slice(0, index).split('\n').length;
      return `${relative(root, file)}:${line}: ${written.replace(/\s+/g, ' ')}: ask for a trait (oci/kinds.ts), not for a kind's name`;
    });
  });
}

function* sourceFilesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && entry.name.endsWith('.ts') && !/[\\/](?:generated|oci)[\\/]/.test(path)) yield path;
  }
}
