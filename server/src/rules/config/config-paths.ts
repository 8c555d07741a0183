import { countingMembersOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  pair: 'Volume {path} names two paths. Image volumes have the path in the container only.',
  root: 'Volume "/" is the root of the container, which Docker rejects. Name a folder.',
  volume: 'Volume {path} is not an absolute path. Use {remedy}.',
  directory: '`WorkingDir` {path} is not an absolute path. Use {remedy}.',
});

/** Volumes and the working directory are absolute paths, as the runtime specification requires for mounts and `cwd`. */
export const configPaths: DocumentRule = {
  meta: {
    id: 'config-paths',
    title: 'Path is not absolute, or two paths',
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
      if (member.name.startsWith('/')) continue;
      yield findingAtName(member, messages.volume(valuesFor(member.name)));
    }
    const node = valueOf(config, 'WorkingDir');
    const directory = stringOf(node);
    if (node !== undefined && directory && !directory.startsWith('/')) {
      yield findingAtValue(node, messages.directory(valuesFor(directory)));
    }
  },
};

function valuesFor(path: string) {
  const plain = /^(?:\.{1,2}\/)*([A-Za-z0-9_][A-Za-z0-9_./-]*)$/.exec(path)?.[1] ?? 'app';
  return { path: quoted(path), remedy: quoted(`/${plain}`) };
}
