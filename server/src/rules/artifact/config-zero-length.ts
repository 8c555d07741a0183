import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { memberOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { emptyDescriptorFix } from '../support/empty-descriptor-fix.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';

/** A config of no bytes is not JSON, and registries that read configs refuse it (GitLab, Harbor). */
export const configZeroLength: DocumentRule = {
  meta: {
    id: 'config-zero-length',
    title: 'Config has no content',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  reads: ['mediaType', 'digest', 'size'],
  *check(document) {
    const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
    if (config === undefined || wellKnownContentOf(stringOf(config.digest))?.text !== '') return;
    if (writtenOf(config.size) !== '0') return;
    const canBeEmpty =
      hasTraits(document.kind, 'takes-empty-config') && memberOf(document.root, 'artifactType') !== undefined;
    const isImage = hasTraits(kindOfMediaType(config.type), 'is-image-config');
    const remedy = isImage ? 'Write an image config.' : 'Use the empty descriptor, whose content is {}.';
    const message = `Config is empty (0 bytes), which some registries reject. ${remedy}`;
    const fixes = canBeEmpty && !isImage ? [emptyDescriptorFix(config)] : [];
    yield findingAtSpan(config.node, headOf(config.node), message, { fixes });
  },
};
