import { emptyContent } from '../../oci/empty.ts';
import { memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
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
    fixable: false,
  },
  *check({ root }) {
    if (root === undefined || stringAt(valueOf(root, 'config'), 'mediaType') !== emptyContent.mediaType) return;
    const member = memberOf(root, 'artifactType');
    const details = { clause: 'manifest-artifact-type-with-empty-config' };
    if (member === undefined) {
      const message = '`artifactType` is required because the config is the empty descriptor.';
      yield findingMissing(root, 'artifactType', message, details);
    } else if (member.value?.type === 'null') {
      const message = '`artifactType` is null, but required because the config is the empty descriptor.';
      yield findingAtValue(member.value, message, { ...details, covers: ['type'] });
    }
  },
};
