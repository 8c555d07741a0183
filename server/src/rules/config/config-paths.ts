import { countingMembersOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, findingAtValue, quoted } from '../support/finding.ts';
import { isForWindows } from '../support/windows-config.ts';

/** Volumes and the working directory are one absolute path each, as the runtime specification wants for mounts and `cwd`. */
export const configPaths: DocumentRule = {
  meta: {
    id: 'config-paths',
    title: 'Path is not absolute, or two paths',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  *check({ root }) {
    if (isForWindows(root)) return;
    const config = valueOf(root, 'config');
    for (const member of countingMembersOf(valueOf(config, 'Volumes'))) {
      if (/^\/[^:]*:\//.test(member.name)) {
        const message = `Volume ${quoted(member.name)} names two paths. Image volumes have the path in the container only.`;
        yield findingAtName(member, message);
      }
      if (member.name.startsWith('/')) continue;
      yield findingAtName(member, `Volume ${quoted(member.name)} is not an absolute path. ${remedyFor(member.name)}.`);
    }
    const node = valueOf(config, 'WorkingDir');
    const directory = stringOf(node);
    if (node !== undefined && directory && !directory.startsWith('/')) {
      const message = `\`WorkingDir\` ${quoted(directory)} is not an absolute path. ${remedyFor(directory)}.`;
      yield findingAtValue(node, message);
    }
  },
};

function remedyFor(path: string): string {
  const plain = /^(?:\.{1,2}\/)*([A-Za-z0-9_][A-Za-z0-9_./-]*)$/.exec(path)?.[1] ?? 'app';
  return `Use ${quoted(`/${plain}`)}`;
}
