import { readBase64 } from '../../oci/base64.ts';
import { dateTimeMeantBy, isDateTime } from '../../oci/date-time.ts';
import { digestProblemOf } from '../../oci/digest.ts';
import type { AnnotationValue } from '../../oci/facts/annotation-info.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { readImageReference } from '../../oci/image-reference.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Invalid value {value}: {ecosystem} expects {expected}.');

/** Values of keys that tools define have the type that the tool reads. The specification's own keys have their own rules. */
export const annotationValue: DocumentRule = {
  meta: {
    id: 'annotation-value',
    title: 'Invalid annotation value',
    kinds: ['index', 'manifest', 'descriptor', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) =>
    !key.startsWith('org.opencontainers.image.') && key !== referenceKey && annotationInfoOf(key) !== undefined,
  checkAnnotation({ member, value, text }) {
    const info = annotationInfoOf(member.name);
    if (info === undefined || value === undefined || text === undefined || readsAs(info.value, text)) return;
    const { ecosystem } = info;
    return findingAtValue(value, message({ value: quoted(text), ecosystem, expected: nameOf[info.value] }));
  },
};

/** attestation-reference compares it with the other entries. */
const referenceKey = 'vnd.docker.reference.digest';

/** Longer values would cost time at each keystroke, so they are not checked. */
const longest = 64 * 1024;

const forms: Readonly<Record<AnnotationValue, (text: string) => boolean>> = {
  string: () => true,
  'spdx-expression': () => true,
  'ref-name': () => true,
  rfc3339: isDateTime,
  date: (text) => isDateTime(text) || dateTimeMeantBy(text) !== undefined,
  url: (text) => /^https?:\/\/\S+$/i.test(text),
  uri: (text) => /^[a-z][a-z0-9+.-]*:\S+$/i.test(text),
  digest: (text) => digestProblemOf(text) === undefined,
  'image-reference': (text) => readImageReference(text) !== undefined,
  'media-type': (text) => mediaTypeProblemOf(text) === undefined,
  boolean: (text) => text === 'true' || text === 'false',
  integer: (text) => /^-?[0-9]+$/.test(text),
  'kind-name': (text) => /^[a-z]*[a-rt-z]$/.test(text),
  json: isJson,
  base64: (text) => readBase64(text).problem === undefined,
};

const nameOf: Readonly<Record<AnnotationValue, string>> = {
  string: 'text',
  'spdx-expression': 'an SPDX expression',
  'ref-name': 'a reference name',
  rfc3339: 'an RFC 3339 date and time, such as "2024-05-01T12:00:00Z"',
  date: 'a date',
  url: 'a URL',
  uri: 'a URI',
  digest: 'a digest, such as "sha256:" and 64 hex digits',
  'image-reference': 'an image reference',
  'media-type': 'a media type',
  boolean: '"true" or "false"',
  integer: 'a whole number',
  'kind-name': 'a kind in lower case and in the singular, such as "task"',
  json: 'JSON',
  base64: 'base64',
};

function readsAs(value: AnnotationValue, text: string): boolean {
  return text.length > longest || forms[value](text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
