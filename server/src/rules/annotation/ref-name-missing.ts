import { refNameKey } from '../../oci/annotation-keys.ts';
import { memberOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { findingMissing } from '../support/finding.ts';
import { imagesToLoad } from '../support/index-entries.ts';
import { wording } from '../support/wording.ts';

const message = wording(`Entry has no name, so that loaders leave it untagged. Add the annotation ${refNameKey}.`);

/** A name is optional, and what `podman load` and `docker load` tag the image with. */
export const refNameMissing: DocumentRule = {
  meta: {
    id: 'ref-name-missing',
    title: 'Entry of index.json has no reference name',
    kinds: ['index'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations', 'artifactType'],
  *check(document) {
    // Artifacts that go with an image are found by its digest.
    for (const entry of imagesToLoad(document))
      if (!isNamed(entry)) yield findingMissing(entry.node, 'annotations', message);
  },
};

function isNamed(entry: DescriptorParts): boolean {
  return [refNameKey, 'io.containerd.image.name'].some((key) => memberOf(entry.annotations, key) !== undefined);
}
