import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { countingMembersOf, type JsonMember, type JsonNode, membersOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { dockerToOciFixes } from '../support/docker-to-oci.ts';
import { findingAtName } from '../support/finding.ts';
import { offering } from '../support/shared-fixes.ts';
import { wordings } from '../support/wording.ts';

const ofDocument: ReadonlySet<string> = new Set(['annotations', 'subject', 'artifactType']);
const ofDescriptor: ReadonlySet<string> = new Set(['annotations', 'data', 'artifactType']);

const messages = wordings({
  remove: '`{name}` is ignored in Docker {documents}. Remove it or convert the document to OCI.',
  convert: '`{name}` is ignored in Docker {documents}. Convert the document to OCI to keep it.',
});

/** Docker's documents lack what OCI added: annotations, `subject`, `artifactType`, `data` (media-types.md, "Compatibility Matrix"). */
export const dockerMembers: DocumentRule = {
  meta: {
    id: 'docker-members',
    title: 'Docker document has a property of OCI documents',
    kinds: ['docker-manifest', 'docker-manifest-list'],
    severity: 'information',
    profile: 'recommended',
    clauses: ['media-type-docker-index-fields', 'media-type-docker-manifest-fields'],
    fixable: true,
    messages,
  },
  check: (document) => offering(dockerToOciFixes(document), findingsIn(document)),
};

function* findingsIn(document: OciDocument): Iterable<Finding> {
  const isList = hasTraits(document.kind, 'lists-manifests');
  const clause = isList ? 'media-type-docker-index-fields' : 'media-type-docker-manifest-fields';
  for (const member of foreignMembersOf(document)) {
    const message = isNeeded(member) ? messages.convert : messages.remove;
    const documents = isList ? 'manifest lists' : 'manifests';
    yield findingAtName(member, message({ name: member.name, documents }), { clause });
  }
}

/** Whether annotations hold keys that a snapshotter needs: nydus, stargz, overlaybd, zstd:chunked. */
function isNeeded({ name, value }: JsonMember): boolean {
  return name === 'annotations' && membersOf(value).some((member) => neededKeys.test(member.name));
}

const neededKeys = /^(?:containerd\.io\/snapshot\/|io\.github\.containers\.|io\.containers\.|com\.amazon\.soci\.)/;

function* foreignMembersOf({ kind, root, descriptors }: OciDocument): Iterable<JsonMember> {
  yield* membersIn(root, ofDocument);
  for (const { node, role } of descriptors) {
    yield* membersIn(node, ofDescriptor);
    // Docker's layers may have `urls`. Entries of its lists and configs may not.
    if (hasTraits(kind, 'lists-manifests') || role === 'config') yield* membersIn(node, urlsOnly);
  }
}

const urlsOnly: ReadonlySet<string> = new Set(['urls']);

function* membersIn(object: JsonNode | undefined, names: ReadonlySet<string>): Iterable<JsonMember> {
  for (const member of countingMembersOf(object)) if (names.has(member.name)) yield member;
}
