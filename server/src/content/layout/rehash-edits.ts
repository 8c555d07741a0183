import { refNameKey } from '../../oci/annotation-keys.ts';
import { toBase64 } from '../../oci/base64.ts';
import { type Descriptor, toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { readDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { applyEdits, replaceMember, replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { type JsonNode, membersOf, stringOf, valueOf } from '../../syntax/tree.ts';

/** The actual or future digest and size of a blob. */
export type Identity = Pick<Descriptor, 'digest' | 'size'>;

/** Edits that update a descriptor property by property, where values differ. `data`: new content to embed. */
export function* descriptorEdits(
  { node, value }: WrittenDescriptor,
  { digest, size }: Identity,
  data: Uint8Array | undefined,
): Iterable<TextEdit> {
  if (value === undefined) return;
  if (digest.encoded !== value.digest.encoded)
    yield* replaceMember(node, 'digest', JSON.stringify(toDigestText(digest)));
  if (size !== value.size) yield* replaceMember(node, 'size', String(size));
  if (data !== undefined) yield* replaceMember(node, 'data', JSON.stringify(toBase64(data)));
}

/** Edits for digests in annotations: BuildKit's attestation reference, and tags that refer to a subject. */
export function* annotationEdits(
  descriptor: JsonNode,
  actualOf: (digest: string) => Identity | undefined,
): Iterable<TextEdit> {
  for (const { name, value } of membersOf(valueOf(descriptor, 'annotations'))) {
    const text = stringOf(value);
    if (value === undefined || text === undefined) continue;
    const named = namedDigestOf(name, text);
    const before = named && readDigest(named.digest);
    const actual = before && actualOf(toDigestText(before));
    if (named === undefined || actual === undefined || actual.digest.encoded === before?.encoded) continue;
    yield replaceValue(value, JSON.stringify(named.write(actual)));
  }
}

interface NamedDigest {
  readonly digest: string;
  write(actual: Identity): string;
}

/**
 * The digest in an annotation's value: the whole value, or a tag of the referrers tag schema or Cosign
 * (`sha256-<hex>.sig`).
 */
function namedDigestOf(key: string, text: string): NamedDigest | undefined {
  if (key === 'vnd.docker.reference.digest') return { digest: text, write: ({ digest }) => toDigestText(digest) };
  if (key !== refNameKey) return undefined;
  const [, algorithm, encoded, rest] = /^([a-z0-9]+)-([0-9a-f]{32,})(\.[a-z]+)?$/.exec(text) ?? [];
  if (encoded === undefined) return undefined;
  return {
    digest: `${algorithm}:${encoded}`,
    write: ({ digest }) => `${digest.algorithm}-${digest.encoded}${rest ?? ''}`,
  };
}

/** The file's bytes after text edits, with any BOM kept; undefined if they are not valid UTF-8. */
export function editedBytes(
  { json: { text } }: OciDocument,
  before: Uint8Array,
  edits: readonly TextEdit[],
): Uint8Array | undefined {
  const mark = before[0] === 0xef && before[1] === 0xbb ? before.subarray(0, 3) : before.subarray(0, 0);
  if (mark.length + new TextEncoder().encode(text).length !== before.length) return undefined;
  const body = new TextEncoder().encode(applyEdits(text, edits));
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}
