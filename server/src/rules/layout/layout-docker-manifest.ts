import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { entriesOf, isLayoutIndex } from '../support/index-entries.ts';
import { wording } from '../support/wording.ts';

const message = wording('Podman and Skopeo do not read Docker manifests in a layout.');

/** containers/image reads only OCI types from `index.json`. Docker itself writes layouts of its own types. */
export const layoutDockerManifest: DocumentRule = {
  meta: {
    id: 'layout-docker-manifest',
    title: 'Layout lists a Docker manifest',
    kinds: ['index'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['mediaType', 'annotations'],
  *check(document) {
    if (!isLayoutIndex(document)) return;
    for (const { mediaType, type } of entriesOf(document)) {
      if (mediaType !== undefined && hasTraits(kindOfMediaType(type), 'docker', 'is-image')) {
        yield findingAtValue(mediaType, message);
      }
    }
  },
};
