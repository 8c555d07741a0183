import type { Role } from '../../oci/kinds.ts';
import type { Frame } from '../../syntax/frame.ts';
import type { JsonMember, JsonNode } from '../../syntax/tree.ts';

/** The members of descriptors that rules can declare to read. */
const descriptorMembers = [
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

/**
 * What rules can declare to read: a member of all descriptors, or only of those in one role. At most 31, because they
 * are bits.
 */
export const readMembers = [
  ...descriptorMembers,
  'config.mediaType',
  'config.digest',
  'config.size',
  'layer.mediaType',
  'layer.annotations',
] as const;
export type ReadMember = (typeof readMembers)[number];

/** The declared reads of a rule as bits. */
export function bitsOf(reads: readonly ReadMember[]): number {
  return reads.reduce((bits, read) => bits | (1 << readMembers.indexOf(read)), 0);
}

/** For each of these, an object that is replaced whenever an edit may have changed it. */
export type Marks = Readonly<Record<ReadMember, object>>;

/**
 * What most descriptors of a list have in common: their text except for ordinary digests and sizes, and the values of
 * annotations, which are strings. What holds for one of them holds for all, unless it is about these values.
 */
export interface Form {
  readonly role: Role;
  readonly frame: Frame;
  readonly ofAnnotations: Frame | undefined;
}

/** The members of a descriptor, well-formed or not. Looked up once, because many rules need them. */
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
  /** Undefined for some, and for those that an edit has changed. */
  readonly form: Form | undefined;
}
