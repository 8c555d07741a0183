import { maxPath, type TarFault } from '../../content/archive/tar.ts';
import { TooCostly, TooLarge } from '../../content/archive/too-large.ts';
import { BudgetSpent } from '../../content/archive/uncompressed.ts';
import { grouped } from '../../protocol/counted.ts';
import { placeOf } from '../../syntax/tree.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { bytesText } from '../support/content-locations.ts';
import { findingAtValue } from '../support/finding.ts';
import { findingInLayer, layersIn, type ReadLayer } from '../support/layer-archives.ts';
import { type Message, wordings } from '../support/wording.ts';

const messages = wordings({
  'not-tar': 'Media type says tar, content is not a tar archive. Change the media type or the layer.',
  twice: 'Layer is compressed twice: what it decompresses to is {compression} again. Compress it once.',
  broken: 'Invalid tar archive: {fault} at uncompressed offset {offset}.',
  'too-costly': 'Layer takes too long to decompress: its zstd window is large. It was not verified.',
  'too-large': 'Layer exceeds the decompression limit ({limit}). It was not verified.',
  'budget-spent': 'Decompression budget of this run ({limit}) is spent. This layer was not verified.',
  padded: 'Zero bytes follow the gzip stream. Go\'s gzip reader fails on them ("gzip: invalid header").',
  undecodable: 'Layer cannot be decompressed: {reason}.',
});

/** A layer is a tar archive (image-spec layer.md, "Distributable Format"). */
export const layerArchive: ContentRule = {
  meta: {
    id: 'layer-archive',
    title: 'Layer is not a tar archive',
    kinds: ['manifest', 'docker-manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: ['layer-is-tar'],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersIn(reading, signal)) {
      const { archive } = layer;
      if ('reason' in archive) yield notUnpacked(layer, archive.reason);
      else if (archive.fault !== undefined)
        yield isNoArchive(archive.fault) ? noArchive(layer, archive.fault) : broken(layer, archive.fault);
      else if (archive.isPadded) yield padded(layer);
    }
  },
};

type AnyLayer = Omit<ReadLayer, 'archive'>;

function isNoArchive({ fault, at }: TarFault): boolean {
  return fault === 'no-header' && at === 0;
}

/** Not an error in an artifact: clients give files a layer's type unless they are told another. */
function noArchive({ written, isOfImage }: AnyLayer, { compression = 'none' }: TarFault): Finding {
  const details = isOfImage ? {} : ({ severity: 'information' } as const);
  const message = compression === 'none' ? messages['not-tar'] : messages.twice({ compression });
  return findingAtValue(placeOf(written.node, 'mediaType'), message, details);
}

/** Functions, because formatting the first number loads the locales, which takes 10 ms. */
const faultTexts: Readonly<Record<TarFault['fault'], () => string>> = {
  'no-header': () => 'no header where one is required',
  'no-size': () => 'header with an invalid size',
  'bad-pax': () => 'malformed pax record',
  'long-path': () => `path longer than ${grouped(maxPath)} bytes`,
  'cut-off': () => 'unexpected end of an entry',
};

function broken(layer: AnyLayer, { fault, at }: TarFault): Finding {
  return findingInLayer(layer, messages.broken({ fault: faultTexts[fault](), offset: grouped(at) }));
}

function notUnpacked(layer: AnyLayer, reason: unknown): Finding {
  if (reason instanceof TooCostly) return unverified(layer, messages['too-costly']);
  if (reason instanceof TooLarge) return unverified(layer, messages['too-large']({ limit: bytesText(reason.limit) }));
  if (reason instanceof BudgetSpent) {
    return unverified(layer, messages['budget-spent']({ limit: bytesText(reason.limit) }));
  }
  const why = reason instanceof Error ? reason.message : String(reason);
  return findingInLayer(layer, messages.undecodable({ reason: why }));
}

/** Go takes what follows a gzip member for another one (compress/gzip). gzip itself and zlib ignore zeros. */
function padded(layer: AnyLayer): Finding {
  return findingInLayer(layer, messages.padded, { severity: 'warning' });
}

function unverified(layer: AnyLayer, message: Message): Finding {
  return findingInLayer(layer, message, { severity: 'warning' });
}
