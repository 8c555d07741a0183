import { emptyContent } from '../../oci/empty.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { memberOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Fix } from '../rule.ts';
import { type DescriptorParts, descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';

/** A config of no bytes is no JSON, and registries that read configs refuse it (GitLab, Harbor). */
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
  *check(document) {
    const config = descriptorPartsOf(document).find(({ role }) => role === 'config');
    if (config === undefined || wellKnownContentOf(stringOf(config.digest))?.text !== '') return;
    if (writtenOf(config.size) !== '0') return;
    const canBeEmpty = document.kind === 'manifest' && memberOf(document.root, 'artifactType') !== undefined;
    const isImage = ['config', 'docker-config'].includes(kindOfMediaType(config.type) ?? '');
    const remedy = isImage ? 'Write an image config.' : 'Use the empty descriptor, whose content is {}.';
    const message = `Config is empty (0 bytes), which some registries reject. ${remedy}`;
    const fixes = canBeEmpty && !isImage ? [fixOf(config)] : [];
    yield findingAtSpan(config.node, headOf(config.node), message, { fixes });
  },
};

function fixOf({ mediaType, digest, size }: DescriptorParts): Fix {
  const edits: TextEdit[] = [];
  if (mediaType !== undefined) edits.push(replaceValue(mediaType, JSON.stringify(emptyContent.mediaType)));
  if (digest !== undefined) edits.push(replaceValue(digest, JSON.stringify(emptyContent.digests.sha256)));
  if (size !== undefined) edits.push(replaceValue(size, String(emptyContent.size)));
  return { title: 'Use the empty descriptor', edits, isSafe: false };
}
