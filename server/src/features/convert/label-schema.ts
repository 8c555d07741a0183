import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { annotationsByKey } from '../../rules/support/written-annotations.ts';
import { renameMember } from '../../syntax/edit.ts';
import { type JsonMember, type JsonNode, memberOf, memberSpanOf, objectOf } from '../../syntax/tree.ts';
import type { Convert } from './conversion.ts';
import { removeMembers } from './remove-members.ts';

const prefix = 'org.label-schema.';
const version = `${prefix}schema-version`;

/**
 * Keys of Label Schema become OCI's (image-spec annotations.md, "Back-compatibility with Label Schema"). Where the successor
 * is there as well, both stay. The schema's version goes where no other key of the schema is left.
 */
export const labelSchemaToOci: Convert = (document) => {
  if (document.kind === undefined) return undefined;
  const written = [...annotationsByKey(document)].flatMap(([key, all]) => (key.startsWith(prefix) ? all : []));
  const renamed = written.flatMap(({ member }) => {
    const successor = successorOf(member);
    return successor === undefined ? [] : [{ member, successor }];
  });
  if (renamed.length === 0) return undefined;
  return {
    title: 'Convert Label Schema keys to `org.opencontainers.image.*`',
    places: written.map(({ member }) => memberSpanOf(member)),
    edits: [
      ...renamed.map(({ member, successor }) => renameMember(member, successor)),
      ...versionsLeft(written.map(({ member }) => member)).flatMap((object) =>
        removeMembers(object, (name) => name === version),
      ),
    ],
  };
};

/** The key to write instead; undefined where there is none, or another member has it. */
function successorOf(member: JsonMember): string | undefined {
  const successor = annotationInfoOf(member.name)?.replacedBy;
  if (successor === undefined || memberOf(objectOf(member), successor) !== undefined) return undefined;
  return member === memberOf(objectOf(member), member.name) ? successor : undefined;
}

/** The objects in which the version is all that stays. */
function versionsLeft(members: readonly JsonMember[]): readonly JsonNode[] {
  const objects = new Set(members.map(objectOf));
  const staying = members.filter((member) => member.name !== version && successorOf(member) === undefined);
  for (const member of staying) objects.delete(objectOf(member));
  return [...objects].filter((object) => memberOf(object, version) !== undefined);
}
