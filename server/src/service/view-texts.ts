import type { Contents } from '../content/stores/contents.ts';
import { documentAt } from '../content/stores/document-at.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import { indexOf } from '../content/tree/tree-source.ts';
import { pathOfFile } from '../content/uris.ts';
import { goLiteral } from '../features/go-literal.ts';
import { type LiteralParts, literalPartsOf } from '../features/literal-parts.ts';
import { rustLiteral } from '../features/rust-literal.ts';
import { layoutCommandsFor, toolCommandsFor } from '../features/tool-commands.ts';
import { toDigestText } from '../oci/descriptor.ts';
import type { ViewText } from '../protocol.ts';
import { pointerOf } from '../syntax/pointer.ts';
import type { Key } from './view-key.ts';

/** The texts for "Copy as": commands of other tools, and literals of the descriptor. */
export async function viewTexts(key: Key, contents: Contents): Promise<readonly ViewText[]> {
  const commands = (await commandsFor(key, contents)).map((text): ViewText => ({ kind: 'command', text }));
  const parts = await partsOf(key.node, contents);
  if (parts === undefined) return commands;
  return [...commands, { kind: 'go', text: goLiteral(parts) }, { kind: 'rust', text: rustLiteral(parts) }];
}

async function commandsFor({ node, root, isInLayout }: Key, contents: Contents): Promise<readonly string[]> {
  const layout = isInLayout ? pathOfFile(root) : undefined;
  if (layout === undefined) return [];
  if (node.role === 'layout') return layoutCommandsFor(layout);
  const { role, digest, kind, tags = [] } = node;
  if (digest === undefined) return [];
  const index = await indexOf({ root }, { contents, depth: 'small' });
  const entries = index?.descriptors.filter((one) => one.role === 'manifest') ?? [];
  const isEntry = entries.some(({ value }) => value !== undefined && toDigestText(value.digest) === digest);
  const isOnly = isEntry && entries.length === 1;
  const isManifest = kind !== undefined && role !== 'config' && role !== 'layer' && role !== 'blob';
  return toolCommandsFor({ layout, digest, tags, isManifest, isEntry, isOnly });
}

/** The properties of a node's descriptor; without a descriptor, those known from the node. */
async function partsOf(
  { from, digest, size, mediaType }: TreeNode,
  contents: Contents,
): Promise<LiteralParts | undefined> {
  if (from !== undefined) {
    const document = await documentAt(from.uri, undefined, contents);
    const written = document?.descriptors.find(({ node }) => pointerOf(node) === from.pointer);
    return written && literalPartsOf(written);
  }
  if (digest === undefined || size === undefined || mediaType === undefined) return undefined;
  return { mediaType, digest, size: String(size) };
}
