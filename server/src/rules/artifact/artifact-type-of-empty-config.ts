import { emptyContent } from '../../oci/empty.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorsByArtifactType } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  entry: "`artifactType` is that of the empty config. Use the manifest's.",
  own: '`artifactType` is that of the empty config. Name the artifact.',
});

/**
 * Registries and clients from before image-spec 1.1 took the type of the config for that of the artifact. Of an empty config, it
 * tells nobody what the artifact is (distribution-spec, "Listing Referrers").
 */
export const artifactTypeOfEmptyConfig: DocumentRule = {
  meta: {
    id: 'artifact-type-of-empty-config',
    title: 'Artifact type is the type of the empty config',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  reads: ['artifactType'],
  *check(document) {
    const own = hasTraits(document.kind, 'is-descriptor') ? undefined : valueOf(document.root, 'artifactType');
    if (own !== undefined && stringOf(own) === emptyContent.mediaType) yield findingAtValue(own, messages.own);
    for (const { artifactType } of descriptorsByArtifactType(document).of(emptyContent.mediaType)) {
      if (artifactType?.value !== undefined) yield findingAtValue(artifactType.value, messages.entry);
    }
  },
};
