import { valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Fix } from '../rule.ts';
import { artifactManifestEdits } from '../support/artifact-manifest-edits.ts';
import { findingAtValue, headOf } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording(
  '{kind}s were withdrawn. Use `application/vnd.oci.image.manifest.v1+json` with `artifactType`.',
);

/** Both artifact manifests were given up for image manifests with `artifactType` and `subject` (image-spec 1.1). */
export const artifactManifestWithdrawn: DocumentRule = {
  meta: {
    id: 'artifact-manifest-withdrawn',
    title: 'Artifact manifest was withdrawn',
    kinds: ['artifact-manifest', 'oras-artifact-manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  *check(document) {
    const { row, root } = document;
    if (root === undefined || row === undefined) return;
    const said = message({ kind: row.title });
    const edits = artifactManifestEdits(document);
    const fixes: readonly Fix[] =
      edits === undefined ? [] : [{ title: 'Convert to an image manifest', edits, isSafe: false }];
    const mediaType = valueOf(root, 'mediaType');
    yield mediaType === undefined
      ? { span: headOf(root), pointer: '', message: said, fixes }
      : findingAtValue(mediaType, said, { fixes });
  },
};
