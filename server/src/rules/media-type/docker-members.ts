import type { OciDocument } from '../../oci/document.ts';
import { countingMembersOf, type JsonMember, type JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';

const ofDocument: ReadonlySet<string> = new Set(['annotations', 'subject', 'artifactType']);
const ofDescriptor: ReadonlySet<string> = new Set(['annotations', 'data', 'artifactType']);

/** Docker's documents lack what OCI added: annotations, `subject`, `artifactType`, `data` (media-types.md, "Compatibility Matrix"). */
export const dockerMembers: DocumentRule = {
  meta: {
    id: 'docker-members',
    title: 'A Docker document has no members that only OCI documents have',
    kinds: ['docker-manifest', 'docker-manifest-list'],
    severity: 'information',
    profile: 'recommended',
    clauses: ['media-type-docker-index-fields', 'media-type-docker-manifest-fields'],
    fixable: false,
  },
  *check(document) {
    const isList = document.kind === 'docker-manifest-list';
    const clause = isList ? 'media-type-docker-index-fields' : 'media-type-docker-manifest-fields';
    for (const member of foreignMembersOf(document)) {
      const message = `\`${member.name}\` has its place here in OCI documents only, and Docker's readers pass over it. Leave it out, or make this an OCI document.`;
      yield findingAtName(member, message, { clause });
    }
  },
};

function* foreignMembersOf({ kind, root, descriptors }: OciDocument): Iterable<JsonMember> {
  yield* membersIn(root, ofDocument);
  for (const { node, role } of descriptors) {
    yield* membersIn(node, ofDescriptor);
    // Docker's layers have `urls`; entries of its lists and configs have not.
    if (kind === 'docker-manifest-list' || role === 'config') yield* membersIn(node, urlsOnly);
  }
}

const urlsOnly: ReadonlySet<string> = new Set(['urls']);

function* membersIn(object: JsonNode | undefined, names: ReadonlySet<string>): Iterable<JsonMember> {
  for (const member of countingMembersOf(object)) if (names.has(member.name)) yield member;
}
