import { emptyContent } from '../../oci/empty.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { insertMember } from '../../syntax/edit.ts';
import { memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingMissing, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const imageConfigs: readonly string[] = [mediaTypes.config, mediaTypes.dockerConfig, emptyContent.mediaType];

const message = wording('Artifact is identified only by its config type, {type}. Set `artifactType`.');

/** An artifact with its own config type has an `artifactType` as well (manifest.md, "Guidelines for Artifact Usage"). */
export const artifactTypeMissing: DocumentRule = {
  meta: {
    id: 'artifact-type-missing',
    title: 'Artifact has no `artifactType`',
    kinds: ['manifest'],
    severity: 'hint',
    profile: 'strict',
    clauses: ['artifact-with-config-shape'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['mediaType'],
  *check({ json, root }) {
    const type = stringAt(valueOf(root, 'config'), 'mediaType');
    if (root === undefined || type === undefined || imageConfigs.includes(type)) return;
    if (memberOf(root, 'artifactType') !== undefined) return;
    const edit = insertMember(json, root, 'artifactType', JSON.stringify(type), ['mediaType', 'schemaVersion']);
    yield findingMissing(root, 'artifactType', message({ type: quoted(type) }), {
      clause: 'artifact-with-config-shape',
      fixes: [{ title: 'Add `artifactType`', edits: [edit], isSafe: false }],
    });
  },
};
