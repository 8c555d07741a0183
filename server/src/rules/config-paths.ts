import { type JsonNode, membersOf, stringAt, stringOf, valueOf } from '../syntax/tree.ts';
import { findingAtName, findingAtValue, quoted } from './finding.ts';
import type { DocumentRule } from './rule.ts';

/** Volumes and the working directory are absolute paths: runtimes refuse others. */
export const configPaths: DocumentRule = {
  meta: {
    id: 'config-paths',
    title: 'Volumes and the working directory are absolute paths',
    kinds: ['config', 'docker-config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  *check({ root }) {
    if (isForWindows(root)) return;
    const config = valueOf(root, 'config');
    for (const member of membersOf(valueOf(config, 'Volumes'))) {
      if (member.name.startsWith('/')) continue;
      yield findingAtName(
        member,
        `The volume ${quoted(member.name)} is no absolute path, and runtimes refuse to mount it.`,
      );
    }
    const node = valueOf(config, 'WorkingDir');
    const directory = stringOf(node);
    if (node !== undefined && directory && !directory.startsWith('/')) {
      yield findingAtValue(node, `\`WorkingDir\` is ${quoted(directory)}, no absolute path, and runtimes refuse it.`);
    }
  },
};

/** Whether paths and users follow the rules of Windows, or no known ones. */
export function isForWindows(root: JsonNode | undefined): boolean {
  return stringAt(root, 'os')?.toLowerCase() === 'windows';
}
