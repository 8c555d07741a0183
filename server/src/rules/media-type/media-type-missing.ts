import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { insertMember } from '../../syntax/edit.ts';
import { memberOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingMissing } from '../support/finding.ts';
import { isUntypedDockerManifest } from '../support/untyped-docker.ts';
import { wording } from '../support/wording.ts';

const message = wording('`mediaType` is missing. Add {type}.');

/** An index and a manifest state their own media type (SHOULD). */
export const mediaTypeMissing: DocumentRule = {
  meta: {
    id: 'media-type-missing',
    title: 'mediaType is missing',
    kinds: ['index', 'manifest', 'docker-manifest', 'docker-manifest-list'],
    severity: 'warning',
    profile: 'spec',
    clauses: ['index-media-type-present', 'manifest-media-type-present', 'dist-media-type-present'],
    fixable: true,
    messages: { default: message },
  },
  reads: [],
  *check(document) {
    const { json, root, kind, row, hints } = document;
    if (root?.type !== 'object' || memberOf(root, 'mediaType') !== undefined) return;
    const own = row?.mediaTypes[0];
    if (own === undefined) return;
    const isDockers = isUntypedDockerManifest(document);
    const mediaType = isDockers ? mediaTypes.dockerManifest : own;
    const edit = insertMember(json, root, 'mediaType', JSON.stringify(mediaType), ['schemaVersion']);
    // Readers know the index.json of a layout by its name, and never push it. Common tools omit the type.
    const isLayoutIndex = hints.path === 'index';
    yield findingMissing(root, 'mediaType', message({ type: JSON.stringify(mediaType) }), {
      ...(hasTraits(kind, 'oci') ? { clause: `${kind}-media-type-present` } : {}),
      ...(isLayoutIndex ? { severity: 'information' as const } : {}),
      fixes: [{ title: 'Add `mediaType`', edits: [edit], isSafe: !isDockers }],
    });
  },
};
