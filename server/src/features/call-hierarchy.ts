import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  SymbolKind,
} from 'vscode-languageserver-types';
import { blobDigestOf } from '../content/layout/layout.ts';
import type { LayoutGraph } from '../content/layout/layout-graph.ts';
import type { Contents } from '../content/stores/contents.ts';
import { nameOf as fileNameOf } from '../content/uris.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { shortDigest } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { spanOf, valueOf } from '../syntax/tree.ts';
import { contentUriOf, descriptorAt } from './content-links.ts';
import { labelOf } from './labels.ts';
import { mentionedAs } from './mentioned-as.ts';
import { fileStart, toRange } from './ranges.ts';

/** The root of the call hierarchy: the content of the descriptor at an offset, or else the document. */
export async function hierarchyItemAt(
  document: OciDocument,
  offset: number,
  contents: Contents,
): Promise<CallHierarchyItem | undefined> {
  const written = descriptorAt(document, offset);
  if (written === undefined) return document.kind && itemOf(document.uri, await ownLabelOf(document, contents));
  const uri = await contentUriOf(written, document, contents);
  return uri === undefined ? undefined : itemOf(uri, labelOf(written));
}

async function ownLabelOf({ uri, row }: OciDocument, contents: Contents): Promise<string | undefined> {
  const layout = await contents.layoutOf(uri);
  const label = layout && (await labelIn(await contents.wholeGraphOf(layout), uri, contents));
  return label ?? (blobDigestOf(uri) === undefined ? undefined : row?.title);
}

/** The documents of the layout with descriptors that reference a blob, subjects included. */
export async function incomingCallsOf(uri: string, contents: Contents): Promise<CallHierarchyIncomingCall[]> {
  const layout = await contents.layoutOf(uri);
  const digest = blobDigestOf(uri);
  if (layout === undefined || digest === undefined) return [];
  const graph = await contents.wholeGraphOf(layout);
  const calls = new Map<string, CallHierarchyIncomingCall>();
  for (const { uri: from, start, end } of graph.mentionsOf(toDigestText(digest))) {
    const call = calls.get(from) ?? { from: itemOf(from, await labelIn(graph, from, contents)), fromRanges: [] };
    call.fromRanges.push({ start, end });
    calls.set(from, call);
  }
  return [...calls.values()];
}

async function labelIn(graph: LayoutGraph, uri: string, contents: Contents): Promise<string | undefined> {
  const written = await mentionedAs(graph, uri, contents);
  return written && labelOf(written);
}

/** Far more than anyone will expand. */
const maxCalls = 1000;

/** The files that a document's descriptors reference. */
export async function outgoingCallsOf(document: OciDocument, contents: Contents): Promise<CallHierarchyOutgoingCall[]> {
  const calls = document.descriptors.slice(0, maxCalls).map(async (written): Promise<CallHierarchyOutgoingCall[]> => {
    const digest = valueOf(written.node, 'digest');
    const uri = await contentUriOf(written, document, contents);
    if (uri === undefined || digest === undefined) return [];
    return [{ to: itemOf(uri, labelOf(written)), fromRanges: [toRange(document.json.lines, spanOf(digest))] }];
  });
  return (await Promise.all(calls)).flat();
}

function itemOf(uri: string, label?: string): CallHierarchyItem {
  const digest = blobDigestOf(uri);
  const short = digest === undefined ? fileNameOf(uri) : shortDigest(toDigestText(digest));
  return {
    name: label ?? short,
    ...(label === undefined ? {} : { detail: short }),
    kind: SymbolKind.File,
    uri,
    range: fileStart,
    selectionRange: fileStart,
  };
}
