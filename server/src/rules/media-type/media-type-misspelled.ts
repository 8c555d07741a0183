import type { OciDocument } from '../../oci/document.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds, descriptorPartsOf, descriptorsByType } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { type Meant, meantBy } from '../support/meant-type.ts';

/** Unknown types are welcome, so a slip in a known one goes unnoticed: "did you mean". */
export const mediaTypeMisspelled: DocumentRule = {
  meta: {
    id: 'media-type-misspelled',
    title: 'Media type is misspelled',
    kinds: descriptorKinds,
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  *check(document) {
    for (const [type, descriptors] of descriptorsByType(document)) {
      const meant = meantBy(type, document.hints.ownTypes);
      if (meant === undefined) continue;
      for (const { mediaType } of descriptors) yield findingOf('mediaType', mediaType!, type, meant);
    }
    yield* checkArtifactTypes(document);
  },
};

function* checkArtifactTypes(document: OciDocument): Iterable<Finding> {
  const { root } = document;
  const answers = new Map<string, Meant | undefined>();
  const nodes = descriptorPartsOf(document).map(({ artifactType }) => artifactType?.value);
  if (document.kind !== 'descriptor') nodes.push(valueOf(root, 'artifactType'));
  for (const node of nodes) {
    const type = stringOf(node);
    if (node === undefined || type === undefined) continue;
    // An index of thousands of entries has few artifact types.
    if (!answers.has(type)) answers.set(type, meantBy(type, document.hints.ownTypes));
    const meant = answers.get(type);
    if (meant !== undefined) yield findingOf('artifactType', node, type, meant);
  }
}

function findingOf(name: string, node: JsonNode, type: string, meant: Meant): Finding {
  const why = meant.why === undefined ? '' : ` (${meant.why})`;
  const message = `Unknown ${name === 'artifactType' ? 'artifact type' : 'media type'} ${quoted(type, 80)}. Did you mean ${quoted(meant.type, 80)}${why}?`;
  const edits = [replaceValue(node, JSON.stringify(meant.type))];
  return findingAtValue(node, message, { fixes: [{ title: `Change to ${meant.type}`, edits, isSafe: false }] });
}
