import type { TarFault } from '../../content/archive/tar.ts';
import { valueOf } from '../../syntax/tree.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { findingInLayer, layersIn, type ReadLayer } from '../support/layer-archives.ts';

/** A layer is a tar archive (image-spec layer.md, "Distributable Format"). */
export const layerArchive: ContentRule = {
  meta: {
    id: 'layer-archive',
    title: 'A layer is a tar archive',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layer-is-tar'],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersIn(reading, signal)) {
      const { fault } = layer.archive;
      if (fault === undefined) continue;
      yield fault.fault === 'no-header' && fault.at === 0 ? noArchive(layer) : broken(layer, fault);
    }
  },
};

/** Of an artifact it is no error: clients name every file by a layer's type when they are told no other. */
function noArchive({ written, mediaType, isOfImage }: ReadLayer): Finding {
  const consequence = isOfImage ? 'runtimes refuse the image' : 'name the type that it has';
  const message = `The media type ${quoted(mediaType)} says tar, but the content is no tar archive: ${consequence}.`;
  return findingAtValue(valueOf(written.node, 'mediaType')!, message, isOfImage ? {} : { severity: 'information' });
}

const faultTexts: Readonly<Record<TarFault['fault'], string>> = {
  'no-header': 'there is no header where one must be',
  'no-size': 'there is a header whose size is no number',
  'cut-off': 'an entry begins that is longer than what is left',
};

function broken(layer: ReadLayer, { fault, at }: TarFault): Finding {
  const message = `The tar archive of this layer is broken: at byte ${at.toLocaleString('en-US')}, unpacked, ${faultTexts[fault]}. Runtimes refuse it.`;
  return findingInLayer(layer, message);
}
