import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { memberOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { emptyDescriptorFix } from '../support/empty-descriptor-fix.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  image: 'Config is empty (0 bytes), which some registries reject. Write an image config.',
  artifact: 'Config is empty (0 bytes), which some registries reject. Use the empty descriptor, whose content is {}.',
});

/** A config of zero bytes is not JSON, and registries that read configs reject it (GitLab, Harbor). */
export const configZeroLength: DocumentRule = {
  meta: {
    id: 'config-zero-length',
    title: 'Config has no content',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages,
  },
  reads: ['config.mediaType', 'config.digest', 'config.size'],
  *check(document) {
    const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
    if (config === undefined || wellKnownContentOf(stringOf(config.digest))?.text !== '') return;
    if (writtenOf(config.size) !== '0') return;
    const canBeEmpty =
      hasTraits(document.kind, 'takes-empty-config') && memberOf(document.root, 'artifactType') !== undefined;
    const isImage = hasTraits(kindOfMediaType(config.type), 'is-image-config');
    const fixes = canBeEmpty && !isImage ? [emptyDescriptorFix(config)] : [];
    yield findingAtSpan(config.node, headOf(config.node), isImage ? messages.image : messages.artifact, { fixes });
  },
};
