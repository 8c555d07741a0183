import type { OciDocument } from '../../oci/document.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, startOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { descriptorsByArtifactType, descriptorsByType } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { offering } from '../support/shared-fixes.ts';
import { wording } from '../support/wording.ts';

const message = wording('Renamed media type. Use {type}.');

/** A type that its own project has renamed. Old and new name mean the same. */
export const mediaTypeRenamed: DocumentRule = {
  meta: {
    id: 'media-type-renamed',
    title: 'Media type was renamed',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  reads: ['mediaType', 'artifactType'],
  *check(document) {
    const renamed = [...renamedIn(document)]
      .sort((a, b) => startOf(a) - startOf(b))
      .map((node) => ({ node, to: renamedTypeOf(stringOf(node) ?? '') ?? '' }));
    if (renamed.length === 0) return;
    // No reader knows a mix of old and new names, so one fix renames all.
    const edits = renamed.map(({ node, to }) => replaceValue(node, JSON.stringify(to)));
    const fixes = [{ title: 'Rename the media types', edits, isSafe: false }];
    yield* offering(
      fixes,
      renamed.map(({ node, to }) => findingAtValue(node, message({ type: quoted(to, 256) }))),
    );
  },
};

/** Every media type or artifact type that is an old name. */
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

/** Types that their own projects have renamed. One that ends in a dot is a prefix. */
const renames: readonly (readonly [from: string, to: string])[] = [
  ['application/vnd.cnai.model.', 'application/vnd.cncf.model.'],
  ['application/vnd.sylabs.sif.config.v1', 'application/vnd.sylabs.sif.config.v1+json'],
  ['application/vnd.oci.image.layer.squashfs', 'application/vnd.stacker.image.layer.squashfs'],
];

/** The current name of a renamed type; undefined for any other. */
function renamedTypeOf(type: string): string | undefined {
  for (const [from, to] of renames) {
    if (from.endsWith('.') && type.startsWith(from)) return to + type.slice(from.length);
    if (from === type) return to;
  }
  return undefined;
}
