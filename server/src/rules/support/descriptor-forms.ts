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

/** The forms of the descriptors in a document. */
export class Forms {
  private readonly known: Form[] = [];

  constructor(private readonly document: Pick<OciDocument, 'json' | 'embedded'>) {}

  /** Undefined if rules may tell the digest or size from others. */
  of(
    node: JsonNode,
    role: Role,
    digest: JsonNode | undefined,
    size: JsonNode | undefined,
    annotations: JsonNode | undefined,
  ): Form | undefined {
    const { json, embedded } = this.document;
    if (embedded !== undefined || digest?.type !== 'string' || size?.type !== 'number') return undefined;
    if (!isOrdinary(digest) || !isOrdinary(size)) return undefined;
    const { text } = json;
    const open = inTextOrder(digest, size, annotations);
    const values = annotations === undefined ? none : stringsIn(annotations);
    if (values === undefined) return undefined;
    for (const form of this.known) {
      if (form.role !== role || !hasFrame(form.frame, text, node, open)) continue;
      if (annotations === undefined || form.ofAnnotations === undefined) return form;
      if (hasFrame(form.ofAnnotations, text, annotations, values)) return form;
    }
    if (this.known.length === maxForms) return undefined;
    const ofAnnotations = annotations && frameOf(text, annotations, values);
    const form = { role, frame: frameOf(text, node, open), ofAnnotations };
    this.known.push(form);
    return form;
  }
}

const none: readonly JsonNode[] = [];

/** The values in an object of strings; undefined for other values. */
function stringsIn(annotations: JsonNode): readonly JsonNode[] | undefined {
  if (annotations.type !== 'object') return undefined;
  const strings: JsonNode[] = [];
  for (const { value } of membersOf(annotations)) {
    if (value?.type !== 'string') return undefined;
    strings.push(value);
  }
  return strings;
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
