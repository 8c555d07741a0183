import { countingMembersOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  pair: 'Volume {path} names two paths. Image volumes have the path in the container only.',
  root: 'Volume "/" is the root of the container, which Docker rejects. Name a folder.',
  volume: 'Volume {path} is not an absolute path. Use {remedy}.',
  'volume-end': 'Volume {path} ends with a stray character. Use {remedy}.',
  'directory-end': '`WorkingDir` {path} ends with a stray character. Use {remedy}.',
  directory: '`WorkingDir` {path} is not an absolute path. Use {remedy}.',
});

/** Volumes and the working directory are absolute paths, as the runtime specification requires for mounts and `cwd`. */
export const configPaths: DocumentRule = {
  meta: {
    id: 'config-paths',
    title: 'Path is not a single absolute path',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  *check({ root }) {
    if (isForWindows(root)) return;
    const config = valueOf(root, 'config');
    for (const member of countingMembersOf(valueOf(config, 'Volumes'))) {
      if (/^\/[^:]*:\//.test(member.name)) {
        yield findingAtName(member, messages.pair({ path: quoted(member.name) }));
      }
      if (/^\/+$/.test(member.name)) yield findingAtName(member, messages.root);
      const message = member.name.startsWith('/') ? 'volume-end' : 'volume';
      if (message === 'volume' || hasOddEnd(member.name))
        yield findingAtName(member, messages[message](valuesFor(member.name)));
    }
    const node = valueOf(config, 'WorkingDir');
    const directory = stringOf(node);
    if (node === undefined || !directory) return;
    if (!directory.startsWith('/')) yield findingAtValue(node, messages.directory(valuesFor(directory)));
    else if (hasOddEnd(directory)) yield findingAtValue(node, messages['directory-end'](valuesFor(directory)));
  },
};

/** What is left of a list in a build file, such as `VOLUME /a, /b`, or of its line endings. */
function hasOddEnd(path: string): boolean {
  return /[\s,"']$/.test(path);
}

function valuesFor(path: string) {
  const [, plain] = /^(?:\.{1,2}\/)*([A-Za-z0-9_][A-Za-z0-9_./-]*)$/.exec(path) ?? [];
  // An absolute path in brackets or quotes.
  const [, inner] = /^[^A-Za-z0-9_./-]*\/([A-Za-z0-9_][A-Za-z0-9_./-]*)/.exec(path) ?? [];
  return { path: quoted(path), remedy: quoted(`/${plain ?? inner ?? 'app'}`) };
}
