import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { mediaTypeInfoIn } from '../../oci/own-types.ts';
import { type JsonNode, stringOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { meantBy } from '../support/meant-type.ts';
import { type AroundText, onceEach } from '../support/once.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  compression: 'OCI defines no layers with {compression}. Use gzip or zstd.',
  other: 'OCI defines no media type {type}.',
});

/** `vnd.oci` belongs to the OCI: another type below it is one of a draft, or a guess. */
export const mediaTypeUndefined: DocumentRule = {
  meta: {
    id: 'media-type-undefined',
    title: 'Media type of OCI that OCI does not define',
    kinds: descriptorKinds,
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  reads: ['mediaType', 'artifactType'],
  checkDescriptor({ mediaType, artifactType }, around) {
    return [...checkType(mediaType, around), ...checkType(artifactType?.value, around)];
  },
};

/** An index of thousands of entries has few distinct types. */
const isUndefinedIn = onceEach((type, { hints }) => {
  // layer-encryption knows the types of encrypted layers.
  if (!type.startsWith('application/vnd.oci.') || type.includes('+enc')) return undefined;
  if (mediaTypeInfoIn(hints.ownTypes, type) !== undefined) return undefined;
  return mediaTypeProblemOf(type) === undefined && meantBy(type, hints.ownTypes) === undefined ? true : undefined;
});

function* checkType(node: JsonNode | undefined, around: AroundText): Iterable<Finding> {
  const type = stringOf(node);
  if (node === undefined || type === undefined || isUndefinedIn(type, around) !== true) return;
  const compression = /^application\/vnd\.oci\.image\.layer\.v1\.tar[+.](bzip2|bz2|xz|lz4|lzma|br|brotli)$/.exec(
    type,
  )?.[1];
  yield findingAtValue(
    node,
    compression === undefined ? messages.other({ type: quoted(type, 80) }) : messages.compression({ compression }),
  );
}
