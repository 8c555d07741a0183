import { textOfPath } from '../../content/archive/tar.ts';
import { filesOfImages, type ImageFiles } from '../../content/layer/image-files.ts';
import { pathOfNode } from '../../content/layer/layer-index.ts';
import { createLayers } from '../../content/layer/layers.ts';
import { modeText } from '../../content/layer/mode-text.ts';
import type { Contents } from '../../content/stores/contents.ts';
import { documentAt } from '../../content/stores/document-at.ts';
import type { Grown } from '../../content/tree/grow.ts';
import type { TreeNode } from '../../content/tree/tree-node.ts';
import { mergedWords } from '../../features/file-nodes.ts';
import { inOneLine } from '../../features/markdown.ts';
import { humanSize } from '../../features/sizes.ts';
import { treeNameOf } from '../../features/tree-labels.ts';
import { shortDigest } from '../../oci/digest.ts';
import { counted } from '../../protocol/counted.ts';
import { statedCompressionOf } from '../../rules/support/layer-packing.ts';

/** The file systems of all images in a tree, without duplicates. */
export async function* imagesIn(roots: readonly Grown[], contents: Contents): AsyncIterable<ImagePaths> {
  const filesOf = filesOfImages(createLayers(contents.files), contents, ({ value }) => isTar(value?.mediaType));
  const seen = new Set<string>();
  for (const node of imageNodes(roots)) {
    const { uri = '', mediaType } = node;
    if (seen.has(uri)) continue;
    seen.add(uri);
    const manifest = await documentAt(uri, mediaType, contents);
    if (manifest !== undefined) yield { node, files: await filesOf(manifest) };
  }
}

export interface ImagePaths {
  readonly node: TreeNode;
  readonly files: ImageFiles;
}

function* imageNodes(roots: readonly Grown[]): Iterable<TreeNode> {
  const waiting = [...roots].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, children } = next;
    if (children.some(({ node: { role, mediaType } }) => role === 'layer' && isTar(mediaType))) yield node;
    waiting.push(...[...children].reverse());
  }
}

function isTar(mediaType: string | undefined): boolean {
  return statedCompressionOf(mediaType ?? '') !== undefined;
}

/** An image's paths as text, one per line, with the layer that each is from and what it hides. */
export function pathsText({ node, files: { layers, merged } }: ImagePaths): string {
  const { seen, wasted } = merged.sizeOf(0);
  const name = treeNameOf(node) || shortDigest(node.digest ?? '');
  const lines = [
    [
      name,
      counted(layers.length, 'layer'),
      humanSize(seen),
      ...(wasted > 0 ? [`${humanSize(wasted)} wasted`] : []),
    ].join('  '),
    ...layers.flatMap(({ problem }, at) => (problem === undefined ? [] : [`✗ layer ${at}: ${problem}`])),
    ...(merged.isCut ? ['✗ too many files to show all'] : []),
  ];
  for (const at of pathsOf(merged.tree)) {
    const words = mergedWords(merged.versionsOf(at), !merged.isSeen(at), false, merged.sizeOf(at));
    lines.push(`/${inOneLine(pathOfNode(merged.tree, at), 4200)}  ${words.join(' · ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** The same as JSON. */
export function pathsJson({ node, files: { layers, merged } }: ImagePaths): object {
  const { seen, wasted } = merged.sizeOf(0);
  const paths = [...pathsOf(merged.tree)].map((at) => {
    const [newest, ...older] = merged.versionsOf(at);
    if (newest === undefined) return { path: `/${pathOfNode(merged.tree, at)}` };
    const { item, layer, hiddenBy } = newest;
    const waste = merged.sizeOf(at).wasted;
    return {
      path: `/${pathOfNode(merged.tree, at)}`,
      layer,
      type: item.type,
      mode: modeText(item.type, item.mode),
      uid: item.uid,
      gid: item.gid,
      size: item.size,
      ...(item.link === '' ? {} : { link: textOfPath(item.link) }),
      ...(hiddenBy === undefined ? {} : { deletedBy: hiddenBy }),
      ...(older.length === 0 ? {} : { hides: [...new Set(older.map((one) => one.layer))] }),
      ...(waste === 0 ? {} : { wasted: waste }),
    };
  });
  return {
    name: treeNameOf(node),
    digest: node.digest,
    ...(node.platform === undefined ? {} : { platform: node.platform }),
    layers: layers.map(({ createdBy, problem }) => ({ createdBy, problem })),
    size: seen,
    wasted,
    paths,
  };
}

/** Everything except folders, ordered by name. */
function* pathsOf(tree: ImageFiles['merged']['tree']): Iterable<number> {
  const byName = (folder: number): number[] => {
    const named = [...tree.childrenOf(folder)].map((node) => ({ node, name: tree.nameOf(node) }));
    return named.sort((a, b) => (a.name < b.name ? 1 : -1)).map(({ node }) => node);
  };
  const waiting = byName(0);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (tree.hasChildren(node)) waiting.push(...byName(node));
    else yield node;
  }
}
