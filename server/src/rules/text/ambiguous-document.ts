import type { OciDocument } from '../../oci/document.ts';
import type { Kind } from '../../oci/kind.ts';
import { memberOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';

const indexMembers = ['manifests'];
const manifestMembers = ['config', 'layers', 'fsLayers', 'history'];

/** What a kind must not have, because it makes the document readable as another kind. */
const foreignMembers: Partial<Record<Kind, readonly string[]>> = {
  index: manifestMembers,
  'docker-manifest-list': manifestMembers,
  manifest: [...indexMembers, 'fsLayers'],
  'docker-manifest': [...indexMembers, 'fsLayers'],
};

/** Whether a member of this name belongs to the kind that a document must not be mistaken for. */
export function isForeignTo({ kind }: OciDocument, name: string): boolean {
  return foreignMembers[kind!]?.includes(name) === true;
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
    fixable: false,
  },
  *check({ kind, root, row }) {
    for (const name of foreignMembers[kind!] ?? []) {
      const member = memberOf(root, name);
      if (member === undefined) continue;
      yield findingAtName(
        member,
        `\`${name}\` belongs to ${ownerOf(name)}, not ${withArticle(row!.title)}; clients may disagree on what this is (CVE-2021-41190). Remove it.`,
      );
    }
  },
};

function ownerOf(name: string): string {
  if (indexMembers.includes(name)) return 'an index';
  return name === 'fsLayers' ? 'a Docker schema 1 manifest' : 'a manifest';
}

function withArticle(title: string): string {
  return /^[aeiou]/i.test(title) ? `an ${title}` : `a ${title}`;
}
