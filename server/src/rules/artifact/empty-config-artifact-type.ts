import { emptyContent } from '../../oci/empty.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { insertMember, renameMember, replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { itemsOf, type JsonMember, type JsonNode, memberOf, membersOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtName, findingAtValue, findingMissing, inBackticks } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  missing: '`artifactType` is required because the config is the empty descriptor.',
  misspelled: 'Unknown property {name}. Did you mean `artifactType`? It is required.',
  null: '`artifactType` is null, but required because the config is the empty descriptor.',
});

/** `artifactType` is set whenever the config is the empty one (image-spec manifest.md, `artifactType`, MUST). */
export const emptyConfigArtifactType: DocumentRule = {
  meta: {
    id: 'empty-config-artifact-type',
    title: 'Empty config without `artifactType`',
    kinds: ['manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: ['manifest-artifact-type-with-empty-config'],
    fixable: true,
    messages,
  },
  reads: ['mediaType'],
  *check({ root, json }) {
    if (root === undefined || stringAt(valueOf(root, 'config'), 'mediaType') !== emptyContent.mediaType) return;
    const member = memberOf(root, 'artifactType');
    const clause = 'manifest-artifact-type-with-empty-config';
    const type = typeFor(root);
    const written = JSON.stringify(type);
    const fixesBy = (edit: TextEdit) => [{ title: `Set artifactType to ${type}`, edits: [edit], isSafe: false }];
    const misspelled = member === undefined ? membersOf(root).find(isMisspelled) : undefined;
    if (misspelled !== undefined) {
      const fixes = [
        { title: 'Rename to artifactType', edits: [renameMember(misspelled, 'artifactType')], isSafe: false },
      ];
      const message = messages.misspelled({ name: inBackticks(misspelled.name) });
      const finding = findingAtName(misspelled, message, { clause, fixes });
      yield { ...finding, missing: ['artifactType'], missingFrom: '' };
    } else if (member === undefined) {
      const edit = insertMember(json, root, 'artifactType', written, ['mediaType', 'schemaVersion']);
      yield findingMissing(root, 'artifactType', messages.missing, { clause, fixes: fixesBy(edit) });
    } else if (member.value?.type === 'null') {
      const fixes = fixesBy(replaceValue(member.value, written));
      yield findingAtValue(member.value, messages.null, { clause, covers: ['type'], fixes });
    }
  },
};

function isMisspelled({ name }: JsonMember): boolean {
  return /^artifact[_-]?type$/i.test(name);
}

/** What ORAS writes if nobody names the artifact type. */
const unknownType = 'application/vnd.unknown.artifact.v1';

/** The type of the content if it has its own, such as an SBOM's. */
function typeFor(root: JsonNode): string {
  const types = new Set(itemsOf(valueOf(root, 'layers')).map((layer) => stringAt(layer, 'mediaType')));
  const [type] = types;
  const isOwn = types.size === 1 && type !== undefined && mediaTypeProblemOf(type) === undefined;
  return isOwn && !/^application\/(vnd\.oci\.|vnd\.docker\.|octet-stream$)/.test(type) ? type : unknownType;
}
