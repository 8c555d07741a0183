import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { relatedFile } from '../support/content-locations.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { contentOf, targetDocumentOf } from '../support/target-documents.ts';
import { wording } from '../support/wording.ts';

const message = wording('Artifact type mismatch: entry says {entry}, manifest is {manifest}.');

/** An entry's `artifactType` is its manifest's, or the type of its config (distribution-spec, "Listing Referrers", MUST there). */
export const artifactTypeMatchesTarget: ContentRule = {
  meta: {
    id: 'artifact-type-matches-target',
    title: 'Artifact type mismatch between entry and manifest',
    kinds: ['index', 'manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [
      'referrers-artifact-type',
      'referrers-artifact-type-from-config',
      'referrers-artifact-type-omitted-for-index',
      'descriptor-artifact-type-value',
    ],
    fixable: true,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const node = valueOf(target.written.node, 'artifactType');
      const written = stringOf(node);
      if (node === undefined || written === undefined) continue;
      const document = await targetDocumentOf(target, reading, signal);
      const actual = document && artifactTypeOf(document);
      if (actual === undefined || actual === written) continue;
      yield findingAtValue(node, message({ entry: quoted(written), manifest: quoted(actual) }), {
        related: relatedFile(contentOf(target), `Its artifact type is ${quoted(actual)}.`),
        fixes: [
          {
            title: `Set artifactType to ${actual}`,
            edits: [replaceValue(node, JSON.stringify(actual))],
            isSafe: false,
          },
        ],
      });
    }
  },
};

/** The artifact type in a referrers list: a document's `artifactType`, or for a manifest without one, its config's type. */
function artifactTypeOf({ kind, root }: OciDocument): string | undefined {
  const own = stringAt(root, 'artifactType');
  if (own !== undefined && own !== '') return own;
  return hasTraits(kind, 'takes-empty-config') ? stringAt(valueOf(root, 'config'), 'mediaType') : undefined;
}
