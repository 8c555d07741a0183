import type { OciDocument } from '../../oci/document.ts';
import type { Role } from '../../oci/kinds.ts';
import { frameOf, hasFrame } from '../../syntax/frame.ts';
import { type JsonNode, membersOf } from '../../syntax/tree.ts';
import { bitsOf, type DescriptorParts, type Form } from './descriptor-part-members.ts';
import { isOrdinary } from './ordinary.ts';

/** What a form leaves open, as bits of what rules read. */
export const readsOfAnnotations = bitsOf(['annotations', 'layer.annotations']);

/** Comparing with more takes as long as the rules. */
const maxForms = 16;

/** A descriptor whose digest and size are ordinary, and whose annotations are strings. */
interface Plain {
  readonly node: JsonNode;
  readonly role: Role;
  /** What a form leaves open directly in it. */
  readonly open: readonly JsonNode[];
  readonly annotations: JsonNode | undefined;
  readonly values: readonly JsonNode[];
}

/** The forms of the descriptors in a document. */
export class Forms {
  private readonly known: Form[] = [];
  /** The form that last came after each. Indexes list the same platforms over and over. */
  private readonly next = new Map<Form | undefined, Form | undefined>();
  private last: Form | undefined;

  constructor(private readonly document: Pick<OciDocument, 'json' | 'embedded'>) {}

  /** Undefined if rules may tell the digest or size from others. */
  of(
    node: JsonNode,
    role: Role,
    digest: JsonNode | undefined,
    size: JsonNode | undefined,
    annotations: JsonNode | undefined,
  ): Form | undefined {
    if (this.document.embedded !== undefined || digest?.type !== 'string' || size?.type !== 'number') return undefined;
    if (!isOrdinary(digest) || !isOrdinary(size)) return undefined;
    const values = annotations === undefined ? none : stringsIn(annotations);
    if (values === undefined) return undefined;
    const plain = { node, role, open: inTextOrder(digest, size, annotations), annotations, values };
    const expected = this.next.get(this.last);
    if (expected !== undefined && this.isOf(expected, plain)) {
      this.last = expected;
      return expected;
    }
    const form = this.known.find((one) => this.isOf(one, plain)) ?? this.added(plain);
    this.next.set(this.last, form);
    this.last = form;
    return form;
  }

  private isOf({ role, frame, ofAnnotations }: Form, plain: Plain): boolean {
    const { text } = this.document.json;
    const { node, open, annotations, values } = plain;
    if (role !== plain.role || !hasFrame(frame, text, node, open)) return false;
    return (
      annotations === undefined || ofAnnotations === undefined || hasFrame(ofAnnotations, text, annotations, values)
    );
  }

  private added({ node, role, open, annotations, values }: Plain): Form | undefined {
    if (this.known.length === maxForms) return undefined;
    const { text } = this.document.json;
    const form = {
      role,
      frame: frameOf(text, node, open),
      ofAnnotations: annotations && frameOf(text, annotations, values),
    };
    this.known.push(form);
    return form;
  }
}

const none: readonly JsonNode[] = [];

/** The values in an object of strings; undefined for other values. */
function stringsIn(annotations: JsonNode): readonly JsonNode[] | undefined {
  if (annotations.type !== 'object') return undefined;
  const values = membersOf(annotations).map(({ value }) => value);
  return values.every(isString) ? values : undefined;
}

function isString(value: JsonNode | undefined): value is JsonNode {
  return value?.type === 'string';
}

function inTextOrder(digest: JsonNode, size: JsonNode, annotations: JsonNode | undefined): readonly JsonNode[] {
  const open = annotations === undefined ? [digest, size] : [digest, size, annotations];
  // Most writers use the order of the specification, and sorting thousands of lists takes time.
  const isSorted = digest.at < size.at && (annotations === undefined || size.at < annotations.at);
  return isSorted ? open : open.sort((a, b) => a.at - b.at);
}

/** The descriptors that are valid if the first of their form is: what a form leaves open is valid in them. */
export function followersIn(all: readonly DescriptorParts[]): ReadonlySet<JsonNode> {
  const first = new Set<Form>();
  const followers = new Set<JsonNode>();
  for (const { form, node } of all) {
    if (form === undefined) continue;
    if (first.has(form)) followers.add(node);
    else first.add(form);
  }
  return followers;
}
