import { blobDigestOf } from '../content/layout/layout.ts';
import type { LayoutGraph } from '../content/layout/layout-graph.ts';
import type { Contents } from '../content/stores/contents.ts';
import { documentAt } from '../content/stores/document-at.ts';
import { toDigestText, type WrittenDescriptor } from '../oci/descriptor.ts';
import { pointerOf } from '../syntax/pointer.ts';

/** The first descriptor in a layout that references a blob, starting from `index.json`. It provides the blob's name. */
export async function mentionedAs(
  graph: LayoutGraph,
  uri: string,
  contents: Contents,
): Promise<WrittenDescriptor | undefined> {
  const digest = blobDigestOf(uri);
  const [mention] = digest === undefined ? [] : graph.mentionsOf(toDigestText(digest));
  const document = mention && (await documentAt(mention.uri, undefined, contents));
  return document?.descriptors.find(({ node }) => pointerOf(node) === mention?.pointer);
}
