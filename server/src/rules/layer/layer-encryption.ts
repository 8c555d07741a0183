import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { membersOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtName, findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  'no-key': 'Encrypted layer has no key: its `enc.keys` annotations are missing.',
  'not-encrypted': 'Annotation of encryption on a layer without `+encrypted` in its type.',
  type: 'Unknown type of an encrypted layer. Use {meant}.',
});

const keyPrefix = 'org.opencontainers.image.enc.';

/** ocicrypt keeps the wrapped keys of a layer in annotations, and tells by the media type whether there is something to decrypt. */
export const layerEncryption: DocumentRule = {
  meta: {
    id: 'layer-encryption',
    title: 'Encryption of a layer and its annotations disagree',
    kinds: ['manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
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
  const meant = meantBy(type);
  if (meant !== undefined) {
    const edits = [replaceValue(mediaType, JSON.stringify(meant))];
    const fixes = [{ title: `Change to ${meant}`, edits, isSafe: false }];
    yield findingAtValue(mediaType, messages.type({ meant: quoted(meant, 80) }), { fixes });
  } else if (type.endsWith('+encrypted')) {
    if (membersOf(annotations).some(({ name }) => name.startsWith(`${keyPrefix}keys.`))) return;
    yield findingAtValue(mediaType, messages['no-key']);
  } else if (member !== undefined && isFileSystemLayerType(type)) {
    yield findingAtName(member, messages['not-encrypted']);
  }
}

/** The type of the same layer as ocicrypt writes it: Docker's has none, the proposal said `+enc`, and the suffix stands last. */
function meantBy(type: string): string | undefined {
  const [, kind, before = '', after = ''] = layerType.exec(type) ?? [];
  if (kind === undefined) return undefined;
  const compression = (before || after).replace('.', '+');
  const meant = `application/vnd.oci.image.layer.v1.tar${compression}+encrypted`;
  return meant === type ? undefined : meant;
}

const layerType =
  /^application\/vnd\.(oci\.image\.layer\.v1|docker\.image\.rootfs\.diff)\.tar([.+](?:gzip|zstd))?\+enc(?:rypted)?([.+](?:gzip|zstd))?$/;
