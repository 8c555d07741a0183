import { pathOf } from '../syntax/pointer.ts';
import { itemsOf, type JsonNode, valueOf, writtenOf } from '../syntax/tree.ts';

/**
 * How an image config describes layers: `rootfs.diff_ids` has one item per layer and `history` one entry per layer that
 * is not an `empty_layer`, in the same order (image-spec config.md).
 */
export interface ConfigLayers {
  readonly diffIds: readonly JsonNode[];
  /** The history entry of each layer; empty if the counts differ. */
  readonly history: readonly JsonNode[];
}

export function configLayersOf(root: JsonNode | undefined): ConfigLayers {
  const diffIds = itemsOf(valueOf(valueOf(root, 'rootfs'), 'diff_ids'));
  const history = itemsOf(valueOf(root, 'history')).filter((entry) => !isOfEmptyLayer(entry));
  return { diffIds, history: history.length === diffIds.length ? history : [] };
}

function isOfEmptyLayer(entry: JsonNode): boolean {
  return writtenOf(valueOf(entry, 'empty_layer')) === 'true';
}

/** The index of the layer that a value in an image config describes; undefined if it describes none. */
export function layerAt(root: JsonNode | undefined, node: JsonNode): number | undefined {
  const path = pathOf(node);
  const { diffIds, history } = configLayersOf(root);
  if (path[0] === 'rootfs' && path[1] === 'diff_ids' && path.length === 3) return found(diffIds.indexOf(node));
  if (path[0] !== 'history' || path.length < 2) return undefined;
  const entry = itemsOf(valueOf(root, 'history'))[Number(path[1])];
  return entry && found(history.indexOf(entry));
}

function found(position: number): number | undefined {
  return position < 0 ? undefined : position;
}
