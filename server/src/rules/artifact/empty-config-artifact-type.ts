import { emptyContent } from '../../oci/empty.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { insertMember, replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, findingMissing } from '../support/finding.ts';

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
  },
  reads: ['mediaType'],
  *check({ root, json }) {
    if (root === undefined || stringAt(valueOf(root, 'config'), 'mediaType') !== emptyContent.mediaType) return;
    const member = memberOf(root, 'artifactType');
    const clause = 'manifest-artifact-type-with-empty-config';
    const type = typeFor(root);
    const written = JSON.stringify(type);
    const fixesBy = (edit: TextEdit) => [{ title: `Set artifactType to ${type}`, edits: [edit], isSafe: false }];
    if (member === undefined) {
      const message = '`artifactType` is required because the config is the empty descriptor.';
      const edit = insertMember(json, root, 'artifactType', written, ['mediaType', 'schemaVersion']);
      yield findingMissing(root, 'artifactType', message, { clause, fixes: fixesBy(edit) });
    } else if (member.value?.type === 'null') {
      const message = '`artifactType` is null, but required because the config is the empty descriptor.';
      const fixes = fixesBy(replaceValue(member.value, written));
      yield findingAtValue(member.value, message, { clause, covers: ['type'], fixes });
    }
  },
};

/** What ORAS writes where nobody says what an artifact is. */
const unknownType = 'application/vnd.unknown.artifact.v1';

/** The type of the content where it has one of its own, such as an SBOM's. */
function typeFor(root: JsonNode): string {
  const types = new Set(itemsOf(valueOf(root, 'layers')).map((layer) => stringAt(layer, 'mediaType')));
  const [type] = types;
  const isOwn = types.size === 1 && type !== undefined && mediaTypeProblemOf(type) === undefined;
  return isOwn && !/^application\/(vnd\.oci\.|vnd\.docker\.|octet-stream$)/.test(type) ? type : unknownType;
}
