import { pathOf } from '../syntax/pointer.ts';
import { itemsOf, type JsonNode, valueOf, writtenOf } from '../syntax/tree.ts';

/**
 * How an image config speaks of layers: `rootfs.diff_ids` has one item each, `history` one for each that is not an
 * `empty_layer`, in the same order (image-spec config.md).
 */
export interface ConfigLayers {
  readonly diffIds: readonly JsonNode[];
  /** The entry of each layer; none where they are not as many as the layers. */
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

/** Which layer a value in an image config is about, counted from 0; undefined where it is about none. */
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
