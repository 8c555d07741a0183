import { textOfPath } from '../archive/tar.ts';
import { createColumn, doubles, integers, words } from './columns.ts';
import { deletedNameOf, type LayerIndex, maxNodes, nodeOfPath, pathOfNode } from './layer-index.ts';
import type { LayerItem } from './layer-items.ts';
import type { LayerType } from './layer-type.ts';
import { linkTarget } from './link-target.ts';
import { createPathTree, type PathTree } from './path-tree.ts';

/** What one layer contains at a path. */
export interface Version {
  /** Zero-based. */
  readonly layer: number;
  /** In the layer's index. */
  readonly node: number;
  readonly item: LayerItem;
  /** The upper layer that deletes or replaces it; undefined if visible. */
  readonly hiddenBy: number | undefined;
}

/** The merged file system of layers, including what is hidden in it. */
export interface MergedTree {
  readonly tree: PathTree;
  /** The versions of a path in all layers, newest first; empty for folders that exist only implicitly. */
  versionsOf(node: number): readonly Version[];
  /** Whether a path is visible, that is, not fully deleted. */
  isSeen(node: number): boolean;
  /** Total size of the files at and below a path in bytes: visible ones, and hidden ones that waste space. */
  sizeOf(node: number): { readonly seen: number; readonly wasted: number };
  /** The limit was reached and paths are missing. */
  readonly isCut: boolean;
}

/**
 * Applies layers in order, lowest first (image-spec layer.md, "Applying Changesets"). A layer is undefined if it cannot
 * be read. Yields to the event loop after each layer.
 */
export async function mergeLayers(layers: Layers, limit = maxNodes): Promise<MergedTree> {
  const versions = createVersions(layers);
  const tree = createPathTree(limit);
  let isCut = false;
  for (const [position, layer] of layers.entries()) {
    if (layer === undefined) continue;
    removeDeleted(position, layer, tree, versions);
    if (!addLayer(position, layer, tree, versions)) isCut = true;
    await new Promise((done) => setTimeout(done));
  }
  const { isSeen, sizeOf } = sumsOf(tree, layers, versions);
  return { tree, versionsOf: versions.of, isSeen, sizeOf, isCut };
}

type Versions = ReturnType<typeof createVersions>;
type Layers = readonly (LayerIndex | undefined)[];

/** Marks the absence of a layer. */
const none = 0xffff;

function createVersions(layers: Layers) {
  /** The newest version of each path. Version numbers start at 1; 0 means none. */
  const newest = createColumn(integers);
  const layerOf = createColumn(words);
  const nodeOf = createColumn(integers);
  const older = createColumn(integers);
  const hider = createColumn(words);
  let count = 0;

  const seenOf = (node: number): number => {
    const version = newest.get(node);
    return version !== 0 && hider.get(version) === none ? version : 0;
  };
  return {
    newest: newest.get,
    older: older.get,
    layerOf: layerOf.get,
    nodeOf: nodeOf.get,
    isHidden: (version: number): boolean => hider.get(version) !== none,
    add(node: number, layer: number, own: number): void {
      const version = ++count;
      layerOf.set(version, layer);
      nodeOf.set(version, own);
      older.set(version, newest.get(node));
      hider.set(version, none);
      newest.set(node, version);
    },
    /** The type of the visible version of a path. */
    seenType(node: number): LayerType | undefined {
      const version = seenOf(node);
      return version === 0 ? undefined : layers[layerOf.get(version)]?.typeOf(nodeOf.get(version));
    },
    /** Target of the visible symbolic link at a path. Latin-1: one character per byte. */
    seenLink(node: number): string {
      const version = seenOf(node);
      return layers[layerOf.get(version)]?.item(nodeOf.get(version)).link ?? '';
    },
    /** Hides the visible version of a path, unless it is from the layer itself. */
    hide(node: number, layer: number): void {
      const version = seenOf(node);
      if (version !== 0 && layerOf.get(version) !== layer) hider.set(version, layer);
    },
    of(node: number): readonly Version[] {
      const found: Version[] = [];
      for (let version = newest.get(node); version !== 0; version = older.get(version)) {
        const item = layers[layerOf.get(version)]?.item(nodeOf.get(version));
        const by = hider.get(version);
        if (item === undefined) continue;
        const hiddenBy = by === none ? undefined : by;
        found.push({ layer: layerOf.get(version), node: nodeOf.get(version), item, hiddenBy });
      }
      return found;
    },
  };
}

/** Hides a path and everything below it. Iterative, because a hostile tree may be deep. */
function hideAll(start: number, layer: number, tree: PathTree, versions: Versions): void {
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    versions.hide(node, layer);
    for (const child of tree.childrenOf(node)) waiting.push(child);
  }
}

/** Applies a layer's whiteouts to the layers below, before its own entries are added. */
function removeDeleted(position: number, layer: LayerIndex, tree: PathTree, versions: Versions): void {
  const waiting: (readonly [own: number, node: number])[] = [[0, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [folder, node] = next;
    for (const own of layer.tree.childrenOf(folder)) {
      const whiteout = layer.whiteoutOf(own);
      if (whiteout === undefined && !layer.tree.hasChildren(own)) continue;
      const name = layer.tree.nameOf(own);
      const target = tree.child(node, deletedNameOf(name) ?? name);
      if (whiteout === 'opaque') for (const child of tree.childrenOf(node)) hideAll(child, position, tree, versions);
      else if (whiteout === 'explicit' && target !== undefined) hideAll(target, position, tree, versions);
      else if (whiteout === undefined && target !== undefined && layer.tree.hasChildren(own))
        waiting.push([own, layer.isImplied(own) ? landingOf(target, tree, versions) : target]);
    }
  }
}

/** False if the limit was reached. */
function addLayer(position: number, layer: LayerIndex, tree: PathTree, versions: Versions): boolean {
  const waiting: (readonly [own: number, node: number])[] = [[0, 0]];
  if (!layer.isImplied(0)) put(0, 0);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [folder, above] = next;
    for (const own of layer.tree.childrenOf(folder)) {
      if (layer.whiteoutOf(own) !== undefined) continue;
      const isImplied = layer.isImplied(own);
      const node = tree.grow(above, layer.tree.nameOf(own));
      if (node === undefined) return false;
      if (!isImplied) put(node, own);
      const landing = isImplied ? landingOf(node, tree, versions) : node;
      if (isImplied && landing === node && isNoFolder(node)) versions.hide(node, position);
      if (layer.tree.hasChildren(own)) waiting.push([own, landing]);
    }
  }
  return true;

  function isNoFolder(node: number): boolean {
    const seen = versions.seenType(node);
    return seen !== undefined && seen !== 'folder';
  }

  /** Adds a layer's entry at a path. Anything but a folder over a folder hides what was there. */
  function put(node: number, own: number): void {
    if (layer.typeOf(own) === 'folder') versions.hide(node, position);
    else hideAll(node, position, tree, versions);
    versions.add(node, position, own);
  }
}

/** Maximum length of a chain of links. */
const maxLinks = 8;

/** Where entries go whose parent folder has no entry in the layer: existing links are followed. */
function landingOf(node: number, tree: PathTree, versions: Versions): number {
  let at = node;
  for (let count = 0; count < maxLinks; count++) {
    if (versions.seenType(at) !== 'link') return at;
    const target = nodeOfPath(tree, linkTarget(pathOfNode(tree, at), textOfPath(versions.seenLink(at))));
    if (target === undefined) return node;
    at = target;
  }
  return node;
}

/** Sums sizes bottom-up: children have greater node numbers than their parents. */
function sumsOf(tree: PathTree, layers: Layers, versions: Versions) {
  const seen = createColumn(doubles);
  const wasted = createColumn(doubles);
  const isSeen = createColumn(words);
  const linked = linkedFiles(tree, layers, versions);
  for (let node = tree.size - 1; node >= 0; node--) {
    for (let version = versions.newest(node); version !== 0; version = versions.older(version)) {
      const layer = layers[versions.layerOf(version)];
      const own = versions.nodeOf(version);
      const isHidden = versions.isHidden(version);
      if (!isHidden) isSeen.set(node, 1);
      if (layer?.typeOf(own) !== 'file') continue;
      if (!isHidden) seen.set(node, seen.get(node) + layer.sizeOf(own));
      else if (!linked.has(keyOf(versions.layerOf(version), own)))
        wasted.set(node, wasted.get(node) + layer.sizeOf(own));
    }
    if (node === 0) break;
    const above = tree.parentOf(node);
    if (isSeen.get(node) === 1) isSeen.set(above, 1);
    seen.set(above, seen.get(above) + seen.get(node));
    wasted.set(above, wasted.get(above) + wasted.get(node));
  }
  return {
    isSeen: (node: number) => node === 0 || isSeen.get(node) === 1,
    sizeOf: (node: number) => ({ seen: seen.get(node), wasted: wasted.get(node) }),
  };
}

/** The targets of visible hard links. Their content is in use even if they are hidden themselves. */
function linkedFiles(tree: PathTree, layers: Layers, versions: Versions): ReadonlySet<number> {
  const found = new Set<number>();
  for (let node = 0; node < tree.size; node++) {
    const version = versions.newest(node);
    if (version === 0 || versions.isHidden(version)) continue;
    const layer = layers[versions.layerOf(version)];
    const own = versions.nodeOf(version);
    if (layer?.typeOf(own) !== 'hard-link') continue;
    const target = nodeOfPath(layer.tree, textOfPath(layer.item(own).link));
    if (target !== undefined) found.add(keyOf(versions.layerOf(version), target));
  }
  return found;
}

function keyOf(layer: number, node: number): number {
  return layer * maxNodes * 2 + node;
}
