import { isImageLayerType } from '../../oci/facts/image-layers.ts';
import { mediaTypeInfoOf } from '../../oci/facts/media-types.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorsByType } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isLayoutIndex } from '../support/index-entries.ts';
import { type Message, wordings } from '../support/wording.ts';

/** The config that an index of BuildKit's build cache lists next to its layers. */
const cacheConfig = 'application/vnd.buildkit.cacheconfig.v0';

const inLayout = { severity: 'hint', clause: 'layout-index-child-types' } as const;

const messages = wordings({
  cache: 'BuildKit cache index, which some registries reject. Export it with image-manifest=true.',
  layer: 'Index entry is a layer ({type}). List a manifest instead.',
  config: 'Index entry is a config ({type}). List a manifest instead.',
  other: 'Index entry is not a manifest ({type}). List a manifest instead.',
});

/** Portable indexes list only manifests (image-index.md, `manifests`, SHOULD). */
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
    messages,
  },
  reads: ['mediaType'],
  *check(document) {
    const details = isLayoutIndex(document) ? inLayout : { clause: 'index-child-type-portable' };
    const byType = descriptorsByType(document);
    const cache = byType.of(cacheConfig).find(({ role }) => role === 'manifest');
    if (cache?.mediaType !== undefined) {
      // One finding for the index, not one for each of its layers.
      yield findingAtValue(cache.mediaType, messages.cache, details);
      return;
    }
    const others = [...byType.keys].filter((type) => !hasTraits(kindOfMediaType(type), 'is-image'));
    for (const { role, mediaType, type } of byType.ofAll(others)) {
      if (role === 'manifest' && mediaType !== undefined)
        yield findingAtValue(mediaType, messageFor(type ?? ''), details);
    }
  },
};

function messageFor(type: string): Message {
  const isConfig = mediaTypeInfoOf(type)?.role === 'config';
  const message = isImageLayerType(type) ? messages.layer : isConfig ? messages.config : messages.other;
  return message({ type: quoted(type) });
}
