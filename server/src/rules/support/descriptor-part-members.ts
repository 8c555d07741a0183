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

/** What a rule may read: a member of all descriptors, or only of those in one role. */
export type ReadMember = DescriptorMember | `${Role}.${DescriptorMember}`;

/** Tells versions of descriptors apart. */
export interface Marks {
  /** An object that is replaced whenever an edit may have changed what is read. */
  of(read: ReadMember): object;
  /** The marks after an edit that may have changed these. */
  after(reads: readonly ReadMember[]): Marks;
}

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
