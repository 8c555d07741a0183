import { emptyContent } from '../../oci/empty.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { insertMember, replaceValue, valueLike } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, findingMissing } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  missing: '`layers` is missing. Add it, with the empty descriptor if need be.',
  empty: '`layers` is empty, which some registries reject. Add the empty descriptor.',
  'empty-in-docker': '`layers` is empty, which some registries reject.',
});

/**
 * A manifest has layers. The text says that the array SHOULD have an entry. The published schema rejects an empty or missing
 * one, although the text never calls it REQUIRED, so this is a warning.
 */
export const manifestLayers: DocumentRule = {
  meta: {
    id: 'manifest-layers',
    title: 'Manifest has no layers',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['manifest-layers-not-empty', 'manifest-layers-array', 'artifact-single-layer'],
    fixable: true,
    messages,
  },
  reads: ['mediaType'],
  *check({ root, kind, json }) {
    if (root?.type !== 'object') return;
    const layers = memberOf(root, 'layers');
    const isOci = hasTraits(kind, 'oci');
    const isFixable = isOci && !isImage(root);
    const filled = () => valueLike(json, root, [emptyDescriptor]);
    const title = 'Add the empty descriptor';
    if (layers === undefined) {
      // The schema requires them in Docker manifests.
      if (!isOci) return;
      yield findingMissing(root, 'layers', messages.missing, {
        clause: 'manifest-layers-array',
        ...(isFixable
          ? {
              fixes: [
                {
                  title,
                  edits: [insertMember(json, root, 'layers', filled(), ['config', 'mediaType'])],
                  isSafe: false,
                },
              ],
            }
          : {}),
      });
    } else if (layers.value?.type === 'array' && itemsOf(layers.value).length === 0) {
      yield findingAtValue(layers.value, messages[isOci ? 'empty' : 'empty-in-docker'], {
        clause: 'manifest-layers-not-empty',
        ...(isFixable ? { fixes: [{ title, edits: [replaceValue(layers.value, filled())], isSafe: false }] } : {}),
      });
    }
  },
};

const emptyDescriptor = {
  mediaType: emptyContent.mediaType,
  digest: emptyContent.digests.sha256,
  size: Number(emptyContent.size),
};

/** The layers of an image are file systems, so the empty descriptor cannot be one. */
function isImage(root: JsonNode): boolean {
  const type = stringAt(valueOf(root, 'config'), 'mediaType');
  return type === undefined || type === mediaTypes.config || type === mediaTypes.dockerConfig;
}
