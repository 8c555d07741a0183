import { memberOf, nameSpanOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtSpan } from '../support/finding.ts';
import { imagesToLoad } from '../support/index-entries.ts';
import { wording } from '../support/wording.ts';

const message = wording('index.json has {count} entries: `podman load` takes an archive with one.');

/** A layout may hold any number of images; some loaders do not choose. */
export const layoutSeveralImages: DocumentRule = {
  meta: {
    id: 'layout-several-images',
    title: 'Layout holds several images',
    kinds: ['index'],
    severity: 'information',
    profile: 'portable',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations', 'artifactType'],
  *check(document) {
    const manifests = memberOf(document.root, 'manifests');
    const images = imagesToLoad(document);
    if (manifests?.value !== undefined && images.length > 1)
      yield findingAtSpan(manifests.value, nameSpanOf(manifests), message({ count: images.length }));
  },
};
