import { removeMember } from '../../syntax/edit.ts';
import { membersOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { foreignNamesFor, indexMembers, schema1Members } from '../support/foreign-members.ts';
import { foldCase } from '../support/known-members.ts';

/** One document that two readers take for two things (CVE-2021-41190, GHSA-qq97-vm5h-rrhg). */
export const ambiguousDocument: DocumentRule = {
  meta: {
    id: 'ambiguous-document',
    title: 'Document is readable as both an index and a manifest',
    kinds: ['index', 'manifest', 'docker-manifest', 'docker-manifest-list'],
    severity: 'error',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  reads: [],
  *check({ kind, root, row, json }) {
    const names = foreignNamesFor(kind);
    for (const member of membersOf(root)) {
      const name = names.get(foldCase(member.name));
      if (name === undefined || member.value?.type === 'null') continue;
      const message = `\`${member.name}\` belongs to ${ownerOf(name)}, not ${withArticle(row?.title ?? '')}. Clients may disagree on what this is (CVE-2021-41190).`;
      // Only containers/image looks for the history.
      const fixes = [
        { title: `Remove ${inBackticks(member.name)}`, edits: [removeMember(json, member)], isSafe: false },
      ];
      yield findingAtName(member, message, name === 'history' ? { severity: 'warning', fixes } : { fixes });
    }
  },
};

function ownerOf(name: string): string {
  if (indexMembers.includes(name)) return 'an index';
  return schema1Members.includes(name) ? 'a Docker schema 1 manifest' : 'a manifest';
}

function withArticle(title: string): string {
  return /^[aeiou]/i.test(title) ? `an ${title}` : `a ${title}`;
}
