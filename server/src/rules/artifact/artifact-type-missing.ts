import { emptyContent } from '../../oci/empty.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { insertMember } from '../../syntax/edit.ts';
import { memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingMissing, quoted } from '../support/finding.ts';

const imageConfigs: readonly string[] = [mediaTypes.config, mediaTypes.dockerConfig, emptyContent.mediaType];

/** An artifact with a config of its own type states `artifactType` as well (manifest.md, "Guidelines for Artifact Usage"). */
export const artifactTypeMissing: DocumentRule = {
  meta: {
    id: 'artifact-type-missing',
    title: 'Artifact has no `artifactType`',
    kinds: ['manifest'],
    severity: 'hint',
    profile: 'strict',
    clauses: ['artifact-with-config-shape'],
    fixable: true,
  },
  reads: ['mediaType'],
  *check({ json, root }) {
    const type = stringAt(valueOf(root, 'config'), 'mediaType');
    if (root === undefined || type === undefined || imageConfigs.includes(type)) return;
    if (memberOf(root, 'artifactType') !== undefined) return;
    const message = `Artifact is identified only by its config type, ${quoted(type)}. Set \`artifactType\`.`;
    const edit = insertMember(json, root, 'artifactType', JSON.stringify(type), ['mediaType', 'schemaVersion']);
    yield findingMissing(root, 'artifactType', message, {
      clause: 'artifact-with-config-shape',
      fixes: [{ title: 'Add `artifactType`', edits: [edit], isSafe: false }],
    });
  },
};
