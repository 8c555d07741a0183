import { missingMemberFixesOf } from '../../rules/support/missing-member-fixes.ts';
import { insertMember } from '../../syntax/edit.ts';
import { memberOf } from '../../syntax/tree.ts';
import type { Convert } from './conversion.ts';

/** Adds missing media types to a document and its descriptors where they can be inferred. */
export const stateMediaTypes: Convert = (document) => {
  const { json, root, row, descriptors } = document;
  if (row === undefined || root === undefined) return undefined;
  const own =
    row.statesMediaType && memberOf(root, 'mediaType') === undefined
      ? [insertMember(json, root, 'mediaType', JSON.stringify(row.mediaTypes[0]), ['schemaVersion'])]
      : [];
  const lacking = descriptors.filter(({ node, role }) => role !== 'descriptor' && !memberOf(node, 'mediaType'));
  const others = lacking.flatMap(({ node }) => missingMemberFixesOf(document, node, ['mediaType'])[0]?.edits ?? []);
  const edits = [...own, ...others];
  if (edits.length === 0) return undefined;
  const title = edits.length === 1 ? 'Add the missing `mediaType`' : `Add the ${edits.length} missing media types`;
  // The quick fix of the finding already covers the light bulb.
  return { title, places: [], edits };
};
