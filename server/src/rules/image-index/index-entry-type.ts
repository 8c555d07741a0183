import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorsByType } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isLayoutIndex } from '../support/index-entries.ts';

const documentKinds: ReadonlySet<string | undefined> = new Set([
  'manifest',
  'index',
  'docker-manifest',
  'docker-manifest-list',
]);

const inLayout = { severity: 'hint', clause: 'layout-index-child-types' } as const;

/** Portable indexes list manifests and nothing else (image-index.md, `manifests`, SHOULD). */
export const indexEntryType: DocumentRule = {
  meta: {
    id: 'index-entry-type',
    title: 'Index entry is not a manifest',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'information',
    profile: 'recommended',
    portableSeverity: 'warning',
    clauses: ['index-child-type-portable', 'layout-index-child-types'],
    fixable: false,
  },
  *check(document) {
    for (const [type, descriptors] of descriptorsByType(document)) {
      if (documentKinds.has(kindOfMediaType(type))) continue;
      const isConfig = mediaTypeInfoOf(type)?.role === 'config';
      const what = isImageLayerType(type) ? 'a layer' : isConfig ? 'a config' : 'not a manifest';
      const message = `Index entry is ${what} (${quoted(type)}); some registries reject the index. List a manifest instead.`;
      const details = isLayoutIndex(document) ? inLayout : { clause: 'index-child-type-portable' };
      for (const { role, mediaType } of descriptors) {
        if (role === 'manifest') yield findingAtValue(mediaType!, message, details);
      }
    }
  },
};
