import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { annotationsByKey } from '../../rules/support/written-annotations.ts';
import { renameMember } from '../../syntax/edit.ts';
import { type JsonMember, type JsonNode, memberOf, memberSpanOf, objectOf } from '../../syntax/tree.ts';
import type { Convert } from './conversion.ts';
import { removeMembers } from './remove-members.ts';

const prefix = 'org.label-schema.';
const version = `${prefix}schema-version`;

/**
 * Converts Label Schema keys to OCI (image-spec annotations.md, "Back-compatibility with Label Schema"). If the OCI key
 * already exists, both are kept. The schema version is removed when no other Label Schema key remains.
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

/** The new key; undefined if there is none or it already exists. */
function successorOf(member: JsonMember): string | undefined {
  const successor = annotationInfoOf(member.name)?.replacedBy;
  if (successor === undefined || memberOf(objectOf(member), successor) !== undefined) return undefined;
  return member === memberOf(objectOf(member), member.name) ? successor : undefined;
}

/** Objects in which the version would be the only remaining key. */
function versionsLeft(members: readonly JsonMember[]): readonly JsonNode[] {
  const objects = new Set(members.map(objectOf));
  const staying = members.filter((member) => member.name !== version && successorOf(member) === undefined);
  for (const member of staying) objects.delete(objectOf(member));
  return [...objects].filter((object) => memberOf(object, version) !== undefined);
}
