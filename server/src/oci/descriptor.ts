import { inheriting, ofValue } from '../syntax/kept.ts';
import { itemsOf, type JsonNode, stringAt, valueOf, writtenOf } from '../syntax/tree.ts';
import { titleKey } from './annotation-keys.ts';
import { type Digest, readDigest } from './digest.ts';
import type { KindRow, Role } from './kinds.ts';
import { readSize } from './size.ts';

/** The three required properties of a well-formed descriptor (image-spec descriptor.md, "Properties"). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** Bytes; a bigint because it must be exact. */
  readonly size: bigint;
}

/** What a descriptor declares about its content, well-formed or not. */
export interface Promised {
  /** Defined only if mediaType, digest and size are present and well-formed. Computed on first access. */
  readonly value: Descriptor | undefined;
  /** As written. */
  readonly digestText: string | undefined;
  /** As written. */
  readonly sizeText: string | undefined;
  /** Embedded content in base64 (image-spec descriptor.md, "Embedded Content"). */
  readonly data: string | undefined;
  /** File name from the title annotation. */
  readonly title: string | undefined;
}

/** A descriptor as found in a document. Well-formed if it has a value. */
export type WrittenDescriptor = WellFormed | Malformed;

interface Standing extends Promised {
  readonly role: Role;
  /** Index in its array; 0 if not in an array. */
  readonly position: number;
  readonly node: JsonNode;
}

export interface WellFormed extends Standing {
  readonly value: Descriptor;
}

export interface Malformed extends Standing {
  readonly value: undefined;
}

export function isWellFormed(written: WrittenDescriptor): written is WellFormed {
  return written.value !== undefined;
}

/** The descriptors of the last version. */
const lastFound = inheriting<readonly WrittenDescriptor[]>();

/**
 * The descriptors of a document, in the order of the kind's table and then in source order. Those that are as they were
 * in the last version are the identical objects.
 */
export function readDescriptors(root: JsonNode | undefined, row: KindRow | undefined): readonly WrittenDescriptor[] {
  if (root === undefined || row === undefined) return [];
  const before = lastFound.of(root);
  const found: WrittenDescriptor[] = [];
  for (const { member, isArray, role } of row.descriptors) {
    const node = member === '' ? root : valueOf(root, member);
    if (node === undefined) continue;
    const nodes = isArray ? itemsOf(node) : [node];
    for (let position = 0; position < nodes.length; position++) {
      const item = nodes[position];
      if (item?.type !== 'object') continue;
      const last = before?.[found.length];
      const isLast = last?.node === item && last.role === role && last.position === position;
      found.push(isLast ? last : (new Written(item, role, position) as WrittenDescriptor));
    }
  }
  lastFound.keep(root, found);
  return found;
}

/** Parses a descriptor; undefined if a required property is missing or malformed. */
const readDescriptor = ofValue((node): Descriptor | undefined => {
  const mediaType = stringAt(node, 'mediaType');
  const digest = readDigest(stringAt(node, 'digest'));
  const size = readSize(writtenOf(valueOf(node, 'size')));
  if (mediaType === undefined || digest === undefined || size === undefined) return undefined;
  return { mediaType, digest, size };
});

/** Formats a digest as `algorithm:encoded`. */
export function toDigestText(digest: Digest): string {
  return `${digest.algorithm}:${digest.encoded}`;
}

/**
 * A class because an index may have tens of thousands of descriptors: one hidden class, no closures, and values
 * computed on access.
 */
class Written implements Standing {
  constructor(
    readonly node: JsonNode,
    readonly role: Role,
    readonly position: number,
  ) {}

  get value(): Descriptor | undefined {
    return readDescriptor(this.node);
  }

  get digestText(): string | undefined {
    return stringAt(this.node, 'digest');
  }

  get sizeText(): string | undefined {
    return writtenOf(valueOf(this.node, 'size'));
  }

  get data(): string | undefined {
    return stringAt(this.node, 'data');
  }

  get title(): string | undefined {
    return stringAt(valueOf(this.node, 'annotations'), titleKey);
  }
}
