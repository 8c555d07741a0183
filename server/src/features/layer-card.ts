import type { Contents } from '../content/stores/contents.ts';
import { readTarget } from '../content/stores/targets.ts';
import { shortDigest } from '../oci/digest.ts';
import { stringAt, stringOf } from '../syntax/tree.ts';
import { contentCardOf } from './content-card.ts';
import type { ImageLayer } from './layer-relations.ts';
import { code } from './markdown.ts';

/** A hover card in Markdown for a layer in an image config. */
export async function layerCardOf(layer: ImageLayer, contents: Contents): Promise<string> {
  const { position, count, inManifest } = layer;
  const head = [`**Layer ${position + 1} of ${count}**`, ...layerLinesOf(layer)].join('\n');
  if (inManifest?.written.value === undefined) return head;
  const target = await readTarget(inManifest.written, inManifest.manifest.uri, contents, 'small');
  return `${head}\n\n${await contentCardOf(target, contents, inManifest.manifest.hints.ownTypes)}`;
}

/** What the config says about a layer: its DiffID and the command that created it. */
export function layerLinesOf({ diffId, entry }: ImageLayer): readonly string[] {
  const digest = stringOf(diffId);
  const createdBy = stringAt(entry, 'created_by');
  return [
    ...(createdBy ? [`- created by ${code(createdBy, 160)}`] : []),
    ...(digest ? [`- declared DiffID ${code(shortDigest(digest))}`] : []),
  ];
}
