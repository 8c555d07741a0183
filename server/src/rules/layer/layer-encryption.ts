import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { membersOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtName, findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  'no-key':
    'Layer is encrypted, but no `org.opencontainers.image.enc.keys` annotation has its key. Nobody can decrypt it.',
  'not-encrypted': 'Annotation of an encrypted layer, but {type} is not encrypted. Add `+encrypted` to the type.',
  docker: 'Docker manifests cannot have encrypted layers. Convert the manifest to OCI.',
});

const keyPrefix = 'org.opencontainers.image.enc.';

/** ocicrypt keeps the wrapped keys of a layer in annotations, and tells by the media type whether there is something to decrypt. */
export const layerEncryption: DocumentRule = {
  meta: {
    id: 'layer-encryption',
    title: 'Encryption of a layer and its annotations disagree',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  reads: ['mediaType', 'annotations'],
  *check(document) {
    for (const layer of layersOf(document)) yield* checkLayer(layer);
  },
};

function* checkLayer({ type, mediaType, annotations }: DescriptorParts): Iterable<Finding> {
  if (type === undefined || mediaType === undefined) return;
  const member = membersOf(annotations).find(({ name }) => name.startsWith(keyPrefix));
  if (type.endsWith('+encrypted')) {
    if (type.startsWith('application/vnd.docker.')) yield findingAtValue(mediaType, messages.docker);
    else if (!membersOf(annotations).some(({ name }) => name.startsWith(`${keyPrefix}keys.`))) {
      yield findingAtValue(mediaType, messages['no-key']);
    }
  } else if (member !== undefined && isFileSystemLayerType(type)) {
    yield findingAtName(member, messages['not-encrypted']({ type: quoted(type, 80) }));
  }
}
