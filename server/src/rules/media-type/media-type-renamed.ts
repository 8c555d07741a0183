import type { OciDocument } from '../../oci/document.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, startOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorsByArtifactType, descriptorsByType } from '../support/descriptor-parts.ts';
import { findingAtValue } from '../support/finding.ts';
import { offering } from '../support/shared-fixes.ts';

/** A type that its own project writes by another name today. What the new type means, the old one meant. */
export const mediaTypeRenamed: DocumentRule = {
  meta: {
    id: 'media-type-renamed',
    title: 'Media type was renamed',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
  },
  *check(document) {
    const renamed = [...renamedIn(document)]
      .sort((a, b) => startOf(a) - startOf(b))
      .map((node) => ({ node, to: renamedTypeOf(stringOf(node) ?? '') ?? '' }));
    // One half of a renamed family beside the other is what no reader knows.
    const edits = renamed.map(({ node, to }) => replaceValue(node, JSON.stringify(to)));
    const fixes = [{ title: 'Rename the media types', edits, isSafe: false }];
    yield* offering(
      fixes,
      renamed.map(({ node, to }) => findingAtValue(node, `Renamed media type. Use "${to}".`)),
    );
  },
};

/** Every value that names a type of content or of an artifact by its old name. */
function* renamedIn(document: OciDocument): Iterable<JsonNode> {
  const own = valueOf(document.root, 'artifactType');
  if (own !== undefined && isRenamed(stringOf(own) ?? '')) yield own;
  const [byType, byArtifactType] = [descriptorsByType(document), descriptorsByArtifactType(document)];
  for (const type of byType.keys)
    if (isRenamed(type)) yield* byType.of(type).flatMap(({ mediaType }) => mediaType ?? []);
  for (const type of byArtifactType.keys)
    if (isRenamed(type)) yield* byArtifactType.of(type).flatMap(({ artifactType }) => artifactType?.value ?? []);
}

function isRenamed(type: string): boolean {
  return renamedTypeOf(type) !== undefined;
}

/** Types that their own projects write by another name today; what ends in a dot is a prefix. */
const renames: readonly (readonly [from: string, to: string])[] = [
  ['application/vnd.cnai.model.', 'application/vnd.cncf.model.'],
  ['application/vnd.sylabs.sif.config.v1', 'application/vnd.sylabs.sif.config.v1+json'],
  ['application/vnd.oci.image.layer.squashfs', 'application/vnd.stacker.image.layer.squashfs'],
];

/** The name that a type has today; undefined where it has kept its own. */
function renamedTypeOf(type: string): string | undefined {
  for (const [from, to] of renames) {
    if (from.endsWith('.') && type.startsWith(from)) return to + type.slice(from.length);
    if (from === type) return to;
  }
  return undefined;
}
