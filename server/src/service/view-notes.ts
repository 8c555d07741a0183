import type { ImageFiles } from '../content/layer/image-files.ts';
import type { LayerIndex } from '../content/layer/layer-index.ts';
import { humanSize } from '../features/sizes.ts';
import { counted, grouped } from '../protocol/counted.ts';
import type { ViewNode } from '../protocol.ts';

/** The key of a file node. */
export interface FilesKey {
  readonly path: string;
  /** URI of the layer's file. */
  readonly layer?: string;
  /** URI of the image manifest. */
  readonly image?: string;
  /** Path relative to the root, for display. */
  readonly at?: string;
  /** The group of hidden files in the image. */
  readonly isWasted?: boolean;
}

/** A node that only shows a message. */
export function noteNode(path: string, label: string, icon: string): ViewNode {
  const id = `${path}\n#${label}`;
  return { id, key: id, label, description: '', tooltip: '', icon, state: 'unknown', hasChildren: false };
}

export function layerNotes({ problem, outside, replaced }: LayerIndex, path: string): readonly ViewNode[] {
  const notes: ViewNode[] = [];
  if (problem !== undefined) notes.push(noteNode(path, problem, 'warning'));
  if (outside > 0)
    notes.push(noteNode(path, `${counted(outside, 'entry escapes', 'entries escape')} the layer`, 'warning'));
  if (replaced > 0) notes.push(noteNode(path, `${humanSize(replaced)} replaced within the layer`, 'info'));
  return notes;
}

export function imageNotes({ layers, merged }: ImageFiles, path: string, wastedKey: FilesKey): readonly ViewNode[] {
  const notes = layers.flatMap(({ problem }, layer) =>
    problem === undefined ? [] : [noteNode(path, `layer ${layer}: ${problem}`, 'warning')],
  );
  if (merged.isCut) notes.push(noteNode(path, 'too many files to show all', 'warning'));
  const { wasted } = merged.sizeOf(0);
  if (wasted === 0) return notes;
  const node: ViewNode = {
    id: wastedKey.path,
    key: JSON.stringify({ files: wastedKey }),
    label: 'Wasted space',
    description: `${humanSize(wasted)} hidden by later layers`,
    tooltip: 'Files that a later layer deletes or replaces. They are still downloaded and stored.',
    icon: 'trash',
    state: 'unknown',
    hasChildren: true,
  };
  return [...notes, node];
}

export function restOf(left: number, path: string): readonly ViewNode[] {
  return left > 0 ? [noteNode(path, `and ${grouped(left)} more`, 'ellipsis')] : [];
}
