import type { LayerPrograms } from '../../content/archive/layer-programs.ts';
import type { LayerTop } from '../../content/archive/layer-top.ts';
import type { OciDocument } from '../../oci/document.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, placeOf, spanOf } from '../../syntax/tree.ts';
import type { ContentReading, Finding } from '../rule.ts';
import { findingAtValue } from './finding.ts';
import { layersIn } from './layer-archives.ts';
import { targetDocumentOf } from './target-documents.ts';
import type { Message } from './wording.ts';

/** The config of an image, and the programs and the paths near the root of all its layers. */
export interface ImageTops {
  readonly config: OciDocument;
  /** The descriptor of the config. */
  readonly descriptor: JsonNode;
  readonly tops: readonly LayerTop[];
  readonly programs: readonly LayerPrograms[];
}

/**
 * Undefined unless all layers were read and their lists of paths are complete, so that a missing path is in no layer.
 */
export async function imageTopsIn(
  reading: ContentReading,
  signal: AbortSignal | undefined,
): Promise<ImageTops | undefined> {
  const target = reading.depth === 'all' ? reading.targets.find(({ written }) => written.role === 'config') : undefined;
  const config = target && (await targetDocumentOf(target, reading, signal));
  if (target === undefined || config === undefined || !hasTraits(config.kind, 'is-image-config')) return undefined;
  const tops: LayerTop[] = [];
  const programs: LayerPrograms[] = [];
  for await (const { archive } of layersIn(reading, signal)) {
    if ('reason' in archive || archive.fault !== undefined || archive.top.isCut) return undefined;
    tops.push(archive.top);
    programs.push(archive.programs);
  }
  const isAll = tops.length === reading.document.descriptors.filter(({ role }) => role === 'layer').length;
  return isAll && tops.length > 0 ? { config, descriptor: target.written.node, tops, programs } : undefined;
}

/** A finding about a value of the config that contradicts the layers. */
export function findingAtConfig({ config, descriptor }: ImageTops, node: JsonNode, message: Message): Finding {
  const value = { uri: config.uri, lines: config.json.lines, span: spanOf(node), pointer: pointerOf(node) };
  return findingAtValue(placeOf(descriptor, 'digest'), message, {
    related: [{ ...value, message: 'The value in the config' }],
  });
}

/** Whether a layer has a file, or a link at its path or at a parent folder, which may lead to it. */
export function mayHave(path: string, tops: readonly LayerTop[]): boolean {
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  return tops.some(({ programs, links }) => programs.has(path) || links.has(folder));
}
