import { qualifiedReferenceOf, readImageReference } from '../../oci/image-reference.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const baseName = 'org.opencontainers.image.base.name';

/** Many clients accept host and name together up to this length (distribution-spec, "Pulling manifests"). */
const longestName = 255;

const messages = wordings({
  invalid: 'Invalid image reference {reference}. Use, for example, "docker.io/library/debian:12".',
  scratch: '"scratch" is not an image in any registry. Remove the annotation.',
  'no-registry': 'Base image name has no registry. For Docker Hub, use {reference}.',
  'too-long': 'Base image name exceeds {limit} characters. Many clients reject it.',
});

/** The base image is identified by a full reference, including the registry (annotations.md, SHOULD). */
export const annotationBaseName: DocumentRule = {
  meta: {
    id: 'annotation-base-name',
    title: 'Base image name is not a full image reference',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'warning',
    profile: 'spec',
    clauses: [
      'annotation-base-name-reference',
      'annotation-base-name-qualified',
      'dist-repository-name',
      'dist-repository-name-length',
    ],
    fixable: true,
    messages,
  },
  reads: ['annotations'],
  concernsKey: (key) => key === baseName,
  checkAnnotation({ value, text }) {
    return value === undefined || text === undefined ? undefined : checkName(value, text);
  },
};

function* checkName(node: JsonNode, text: string): Iterable<Finding> {
  const reference = readImageReference(text);
  if (reference === undefined) {
    const message = messages.invalid({ reference: quoted(text) });
    yield findingAtValue(node, message, { clause: 'annotation-base-name-reference' });
  } else if (text === 'scratch') {
    const details = { severity: 'information', clause: 'annotation-base-name-reference' } as const;
    yield findingAtValue(node, messages.scratch, details);
  } else if (reference.host === undefined) {
    const full = qualifiedReferenceOf(text);
    const fixes = [{ title: `Replace with ${full}`, edits: [replaceValue(node, JSON.stringify(full))], isSafe: false }];
    const message = messages['no-registry']({ reference: quoted(full) });
    yield findingAtValue(node, message, { clause: 'annotation-base-name-qualified', fixes });
  } else if (reference.host.length + 1 + reference.path.length > longestName) {
    const message = messages['too-long']({ limit: longestName });
    yield findingAtValue(node, message, { severity: 'information', clause: 'dist-repository-name-length' });
  }
}
