import { ofValue } from '../syntax/kept.ts';
import { itemsOf, type JsonNode, stringAt, valueOf, writtenOf } from '../syntax/tree.ts';
import { titleKey } from './annotation-keys.ts';
import { type Digest, readDigest } from './digest.ts';
import type { KindRow, Role } from './kinds.ts';
import { readSize } from './size.ts';

/** A well-formed descriptor's three required properties (image-spec descriptor.md, "Properties"). */
export interface Descriptor {
  readonly mediaType: string;
  readonly digest: Digest;
  /** In bytes, exact. */
  readonly size: bigint;
}

/** What a descriptor says of the bytes that it means, well-formed or not. */
export interface Promised {
  /** Only when mediaType, digest and size are all there and well-formed. Read when first asked for. */
  readonly value: Descriptor | undefined;
  /** As written. */
  readonly digestText: string | undefined;
  /** As written. */
  readonly sizeText: string | undefined;
  /** The content itself, in base64 (image-spec descriptor.md, "Embedded Content"). */
  readonly data: string | undefined;
  /** The name of a file that has the content. */
  readonly title: string | undefined;
}

/** A descriptor as it stands in a document: well-formed where it has a value. */
export type WrittenDescriptor = WellFormed | Malformed;

interface Standing extends Promised {
  readonly role: Role;
  /** Position in its array; 0 where it stands alone. */
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

/** The descriptors of a document of a kind, in the order of the table of kinds and then of the text. */
export function readDescriptors(root: JsonNode | undefined, row: KindRow | undefined): readonly WrittenDescriptor[] {
  const found: WrittenDescriptor[] = [];
  for (const place of row?.descriptors ?? []) {
    const node = place.member === '' ? root : valueOf(root, place.member);
    if (node === undefined) continue;
    const nodes = place.isArray ? itemsOf(node) : [node];
    nodes.forEach((item, position) => {
      if (item.type === 'object') found.push(new Written(item, place.role, position) as WrittenDescriptor);
    });
  }
  return found;
}

/** Reads a descriptor's value; undefined when one of the three required properties is missing or malformed. */
export const readDescriptor = ofValue((node): Descriptor | undefined => {
  const mediaType = stringAt(node, 'mediaType');
  const digest = readDigest(stringAt(node, 'digest'));
  const size = readSize(writtenOf(valueOf(node, 'size')));
  if (mediaType === undefined || digest === undefined || size === undefined) return undefined;
  return { mediaType, digest, size };
});

/** A digest as text. */
export function toDigestText(digest: Digest): string {
  return `${digest.algorithm}:${digest.encoded}`;
}

/** What a descriptor says of its bytes. */
export function promisedBy(node: JsonNode): Promised {
  return new Promising(node);
}

/** A class, because an index may have tens of thousands: one shape, and no closure for each. Read when asked for. */
class Promising implements Promised {
  constructor(readonly node: JsonNode) {}

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

class Written extends Promising implements Standing {
  constructor(
    node: JsonNode,
    readonly role: Role,
    readonly position: number,
  ) {
    super(node);
  }
}
