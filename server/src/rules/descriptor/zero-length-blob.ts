import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { memberOf, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Fix } from '../rule.ts';
import { type DescriptorParts, descriptorPartsOf, layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';

/** Not every store takes content of no bytes (manifest.md, "Guidance for an Empty Descriptor"). */
export const zeroLengthBlob: DocumentRule = {
  meta: {
    id: 'zero-length-blob',
    title: 'Blob is empty',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'information',
    profile: 'portable',
    clauses: ['empty-blob-zero-size', 'artifact-single-layer'],
    fixable: true,
  },
  *check(document) {
    for (const parts of descriptorPartsOf(document)) {
      if (wellKnownContentOf(stringOf(parts.digest))?.text !== '') continue;
      const message =
        'Empty blob (0 bytes), which some registries reject. Use the empty descriptor, whose content is {}.';
      const fixes = isFiller(document, parts) ? [fixOf(parts)] : [];
      yield findingAtValue(parts.digest!, message, { clause: 'empty-blob-zero-size', fixes });
    }
  },
};

/** Whether nothing but the place needs filling: an artifact's config, or its only layer. */
function isFiller(document: OciDocument, { role }: DescriptorParts): boolean {
  if (document.kind !== 'manifest' || memberOf(document.root, 'artifactType') === undefined) return false;
  return role === 'config' || (role === 'layer' && layersOf(document).length === 1);
}

function fixOf({ mediaType, digest, size }: DescriptorParts): Fix {
  const edits: TextEdit[] = [];
  if (mediaType !== undefined) edits.push(replaceValue(mediaType, JSON.stringify(emptyContent.mediaType)));
  if (digest !== undefined) edits.push(replaceValue(digest, JSON.stringify(emptyContent.digests.sha256)));
  if (size !== undefined) edits.push(replaceValue(size, String(emptyContent.size)));
  return { title: 'Use the empty descriptor', edits, isSafe: false };
}
