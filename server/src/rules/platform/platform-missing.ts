import { hasTraits } from '../../oci/kinds.ts';
import { valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { talliedByForm } from '../support/descriptor-parts.ts';
import { findingMissing } from '../support/finding.ts';
import { isArtifactIndex, isImageEntry, isLayoutIndex } from '../support/index-entries.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  docker: 'Entry has no `platform`, which Docker manifest lists require.',
  all: 'No image has a `platform`, so clients cannot choose one.',
  some: 'Image has no `platform`, others in this index do. Add it, or clients may never choose it.',
});

const details = { clause: 'index-platform-present' };

/** An entry for an image of one platform names that platform (image-index.md and descriptor.md, `platform`, SHOULD). */
export const platformMissing: DocumentRule = {
  meta: {
    id: 'platform-missing',
    title: 'Image has no platform',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'information',
    profile: 'spec',
    clauses: ['index-platform-present', 'descriptor-platform-for-manifest'],
    fixable: false,
    messages,
  },
  reads: ['mediaType', 'annotations', 'artifactType', 'platform'],
  *check(document) {
    if (isArtifactIndex(document)) return;
    const images = imagesByPlatform(document);
    const lacking = images.of('without');
    if (lacking.length === 0) return;
    if (hasTraits(document.kind, 'docker')) {
      for (const { node } of lacking) yield findingMissing(node, 'platform', messages.docker, { severity: 'warning' });
      return;
    }
    if (lacking.length + images.countOf('with') < 2 || isLayoutIndex(document)) return;
    if (images.countOf('with') === 0) {
      const manifests = valueOf(document.root, 'manifests');
      if (manifests === undefined) return;
      yield findingMissing(manifests, 'platform', messages.all, details);
      return;
    }
    for (const { node } of lacking) yield findingMissing(node, 'platform', messages.some, details);
  },
};

const imagesByPlatform = talliedByForm((entry) => {
  if (entry.role !== 'manifest' || !isImageEntry(entry)) return undefined;
  return entry.platform === undefined ? 'without' : 'with';
});
