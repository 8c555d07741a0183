import { emptyPart, toDescriptor } from '../../create/json-text.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { insertMember, replaceValue, valueLike } from '../../syntax/edit.ts';
import { memberAbove, memberOf, memberSpanOf, stringAt, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { Convert } from './conversion.ts';

/**
 * Converts an artifact identified by its config type, as before image-spec 1.1, to one with `artifactType` and the
 * empty config (manifest.md, "Guidelines for Artifact Usage").
 */
export const artifactTypeFromConfig: Convert = ({ kind, json, root }) => {
  if (!hasTraits(kind, 'takes-empty-config') || root === undefined || memberOf(root, 'artifactType') !== undefined)
    return undefined;
  const config = valueOf(root, 'config');
  const type = stringAt(config, 'mediaType');
  const member = config && memberAbove(config);
  if (config === undefined || member === undefined || type === undefined || mediaTypeProblemOf(type) !== undefined)
    return undefined;
  // Image configs keep their type.
  if (type === mediaTypes.empty || kindOfMediaType(type) !== undefined) return undefined;
  const isEmpty = ['0', '2'].includes(writtenOf(valueOf(config, 'size')) ?? '');
  return {
    title: `Move the config's type to \`artifactType\`${isEmpty ? '' : ', and drop the config'}`,
    places: [memberSpanOf(member)],
    edits: [
      insertMember(json, root, 'artifactType', JSON.stringify(type), ['mediaType', 'schemaVersion']),
      replaceValue(config, valueLike(json, root, toDescriptor(emptyPart))),
    ],
  };
};
