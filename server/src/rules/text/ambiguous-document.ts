import type { Kind } from '../../oci/kind.ts';
import { removeMember } from '../../syntax/edit.ts';
import { membersOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, inBackticks } from '../support/finding.ts';
import { foldCase } from '../support/known-members.ts';

const indexMembers = ['manifests'];
const schema1Members = ['fsLayers', 'history'];
const manifestMembers = ['config', 'layers', ...schema1Members];

/**
 * What a kind must not have, because it makes the document readable as another kind: those that containers/image takes for
 * essential to a format (`ValidateUnambiguousManifestFormat`). It folds their case, as Go does, and lets null pass.
 */
const foreignMembers: Partial<Record<Kind, readonly string[]>> = {
  index: manifestMembers,
  'docker-manifest-list': manifestMembers,
  manifest: [...indexMembers, ...schema1Members],
  'docker-manifest': [...indexMembers, ...schema1Members],
};

/** Whether a member of this name belongs to the kind that a document must not be mistaken for. */
export function isForeignTo(kind: Kind, name: string): boolean {
  return namesFor(kind).has(foldCase(name));
}

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
  *check({ kind, root, row, json }) {
    const names = namesFor(kind);
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

/** The foreign names of a kind, by what Go folds them to. */
function namesFor(kind: Kind | undefined): ReadonlyMap<string, string> {
  return (kind && foreignNames.get(kind)) ?? none;
}

const none: ReadonlyMap<string, string> = new Map();
const foreignNames = new Map(
  Object.entries(foreignMembers).map(([kind, names]) => [kind, new Map(names.map((name) => [foldCase(name), name]))]),
);

function ownerOf(name: string): string {
  if (indexMembers.includes(name)) return 'an index';
  return schema1Members.includes(name) ? 'a Docker schema 1 manifest' : 'a manifest';
}

function withArticle(title: string): string {
  return /^[aeiou]/i.test(title) ? `an ${title}` : `a ${title}`;
}
