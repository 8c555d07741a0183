import { emptyContent } from '../../oci/empty.ts';
import { memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
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
    fixable: false,
  },
  *check({ root }) {
    if (root === undefined || stringAt(valueOf(root, 'config'), 'mediaType') !== emptyContent.mediaType) return;
    const member = memberOf(root, 'artifactType');
    const details = { clause: 'manifest-artifact-type-with-empty-config' };
    const why = 'it tells clients what this artifact is';
    if (member === undefined) {
      const message = `The config is the empty one, so \`artifactType\` must be set (${why}).`;
      yield findingMissing(root, 'artifactType', message, details);
    } else if (member.value?.type === 'null') {
      const message = `\`artifactType\` is null; with the empty config it must name a type (${why}).`;
      yield findingAtValue(member.value, message, { ...details, covers: ['type'] });
    }
  },
};
