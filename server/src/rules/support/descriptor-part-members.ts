import type { Role } from '../../oci/kinds.ts';
import type { JsonMember, JsonNode } from '../../syntax/tree.ts';

/** The members of descriptors that rules may read. */
export const descriptorMembers = [
  'mediaType',
  'digest',
  'size',
  'urls',
  'annotations',
  'data',
  'artifactType',
  'platform',
] as const;
export type DescriptorMember = (typeof descriptorMembers)[number];

/** Members as a set of bits. */
export function bitsOf(members: readonly DescriptorMember[]): number {
  return members.reduce((bits, member) => bits | (1 << descriptorMembers.indexOf(member)), 0);
}

/** For each member, an object that is replaced whenever an edit may have changed the member. */
export type Marks = Readonly<Record<DescriptorMember, object>>;

/** The members of a written descriptor, well-formed or not: found once, because many rules ask for them. */
export interface DescriptorParts {
  readonly node: JsonNode;
  readonly role: Role;
  readonly mediaType: JsonNode | undefined;
  /** The text of `mediaType`. */
  readonly type: string | undefined;
  readonly digest: JsonNode | undefined;
  readonly size: JsonNode | undefined;
  readonly urls: JsonNode | undefined;
  readonly annotations: JsonNode | undefined;
  readonly data: JsonMember | undefined;
  readonly artifactType: JsonMember | undefined;
  readonly platform: JsonMember | undefined;
  readonly marks: Marks;
}
