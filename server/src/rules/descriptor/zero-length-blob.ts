import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { memberOf, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { descriptorPartsOf, layersOf } from '../support/descriptor-parts.ts';
import { emptyDescriptorFix } from '../support/empty-descriptor-fix.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording(
  'Empty blob (0 bytes), which some registries reject. Use the empty descriptor, whose content is {}.',
);

/** Not every store accepts content of zero bytes (manifest.md, "Guidance for an Empty Descriptor"). */
export const zeroLengthBlob: DocumentRule = {
  meta: {
    id: 'zero-length-blob',
    title: 'Blob is empty',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'portable',
    clauses: ['empty-blob-zero-size', 'artifact-single-layer'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['digest'],
  *check(document) {
    for (const parts of descriptorPartsOf(document)) {
      const { digest } = parts;
      if (digest === undefined || wellKnownContentOf(stringOf(digest))?.text !== '') continue;
      const fixes = isFiller(document, parts) ? [emptyDescriptorFix(parts)] : [];
      yield findingAtValue(digest, message, { clause: 'empty-blob-zero-size', fixes });
    }
  },
};

/** Whether the blob only fills a required place: an artifact's config, or its only layer. */
function isFiller(document: OciDocument, { role }: DescriptorParts): boolean {
  if (!hasTraits(document.kind, 'takes-empty-config') || memberOf(document.root, 'artifactType') === undefined)
    return false;
  return role === 'config' || (role === 'layer' && layersOf(document).length === 1);
}
