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
    title: 'A manifest with the empty config states its `artifactType`',
    kinds: ['manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: ['manifest-artifact-type-with-empty-config'],
    fixable: true,
  },
  *check({ root, json }) {
    if (root === undefined || stringAt(valueOf(root, 'config'), 'mediaType') !== emptyContent.mediaType) return;
    const member = memberOf(root, 'artifactType');
    const clause = 'manifest-artifact-type-with-empty-config';
    const type = typeFor(root);
    const written = JSON.stringify(type);
    const fixesBy = (edit: TextEdit) => [{ title: `Set artifactType to ${type}`, edits: [edit], isSafe: false }];
    const why = 'it tells clients what this artifact is';
    if (member === undefined) {
      const message = `The config is the empty one, so \`artifactType\` must be set (${why}).`;
      const edit = insertMember(json, root, 'artifactType', written, ['mediaType', 'schemaVersion']);
      yield findingMissing(root, 'artifactType', message, { clause, fixes: fixesBy(edit) });
    } else if (member.value?.type === 'null') {
      const message = `\`artifactType\` is null; with the empty config it must name a type (${why}).`;
      yield findingAtValue(member.value, message, {
        clause,
        covers: ['type'],
        fixes: fixesBy(replaceValue(member.value, written)),
      });
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
