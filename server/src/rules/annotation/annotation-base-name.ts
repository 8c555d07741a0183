import { qualifiedReferenceOf, readImageReference } from '../../oci/image-reference.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

const baseName = 'org.opencontainers.image.base.name';

/** Many clients take host and name together up to this length (distribution-spec, "Pulling manifests"). */
const longestName = 255;

/** The base image is named by a full reference, registry included (annotations.md, SHOULD). */
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
    const message = `Invalid image reference ${quoted(text)}. Use, for example, "docker.io/library/debian:12".`;
    yield findingAtValue(node, message, { clause: 'annotation-base-name-reference' });
  } else if (text === 'scratch') {
    const message = '"scratch" is not an image in any registry. Remove the annotation.';
    yield findingAtValue(node, message, { severity: 'information', clause: 'annotation-base-name-reference' });
  } else if (reference.host === undefined) {
    const full = qualifiedReferenceOf(text);
    const fixes = [{ title: `Replace with ${full}`, edits: [replaceValue(node, JSON.stringify(full))], isSafe: false }];
    const message = `Base image name has no registry. For Docker Hub, use ${quoted(full)}.`;
    yield findingAtValue(node, message, { clause: 'annotation-base-name-qualified', fixes });
  } else if (reference.host.length + 1 + reference.path.length > longestName) {
    const message = `Base image name exceeds ${longestName} characters. Many clients reject it.`;
    yield findingAtValue(node, message, { severity: 'information', clause: 'dist-repository-name-length' });
  }
}
