import { isLicenseExpression, licenseMeantBy } from '../../oci/licenses.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { onceEach } from '../support/once.ts';
import { wordings } from '../support/wording.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const licenses = 'org.opencontainers.image.licenses';

/** SPDX's words for "none" and "not checked". Not expressions, but clear. */
const words: ReadonlySet<string> = new Set(['NONE', 'NOASSERTION']);

const messages = wordings({
  misspelled: 'Not a valid SPDX license expression. Did you mean {meant}?',
  unknown: 'Not a valid SPDX license expression. Use SPDX identifiers, as in "Apache-2.0 OR MIT".',
});

/** The value is an SPDX license expression (annotations.md, "Pre-Defined Annotation Keys"). */
export const annotationLicenses: DocumentRule = {
  meta: {
    id: 'annotation-licenses',
    title: 'Licenses are not an SPDX expression',
    kinds: annotatedKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotation-licenses-spdx'],
    fixable: true,
    messages,
  },
  reads: ['annotations'],
  concernsKey: (key) => key === licenses,
  checkAnnotation({ value, text }, around) {
    if (value === undefined || text === undefined || words.has(text) || isExpression(text, around)) return;
    return findingOf(value, text);
  },
};

/** The entries of an index mostly have the same licenses. */
const isExpression = onceEach(isLicenseExpression);

function findingOf(node: JsonNode, text: string): Finding {
  const meant = licenseMeantBy(text);
  if (meant === undefined) {
    return findingAtValue(node, messages.unknown, { clause: 'annotation-licenses-spdx' });
  }
  const edits = [replaceValue(node, JSON.stringify(meant.text))];
  return findingAtValue(node, messages.misspelled({ meant: quoted(meant.text) }), {
    clause: 'annotation-licenses-spdx',
    fixes: [{ title: `Replace with ${meant.text}`, edits, isSafe: meant.isExact }],
  });
}
