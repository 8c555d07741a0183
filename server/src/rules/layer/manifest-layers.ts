import { emptyContent } from '../../oci/empty.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { insertMember, replaceValue, valueLike } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, findingMissing } from '../support/finding.ts';

/**
 * A manifest has layers. The text says that the array SHOULD have an entry; the published schema refuses an empty or absent
 * one, although the text never calls it REQUIRED: so a warning that names who trips.
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
      // In Docker's manifests they are required, as the schema says.
      if (!isOci) return;
      const message = '`layers` is missing. Add it, with the empty descriptor if need be.';
      yield findingMissing(root, 'layers', message, {
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
      const remedy = isOci ? ' Add the empty descriptor.' : '';
      const message = `\`layers\` is empty, which some registries reject.${remedy}`;
      yield findingAtValue(layers.value, message, {
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

/** The layers of an image are file systems, which the empty descriptor is not. */
function isImage(root: JsonNode): boolean {
  const type = stringAt(valueOf(root, 'config'), 'mediaType');
  return type === undefined || type === mediaTypes.config || type === mediaTypes.dockerConfig;
}
