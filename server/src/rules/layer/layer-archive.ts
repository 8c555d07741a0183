import { maxPath, type TarFault } from '../../content/archive/tar.ts';
import { TooCostly, TooLarge } from '../../content/archive/too-large.ts';
import { BudgetSpent } from '../../content/archive/uncompressed.ts';
import { grouped } from '../../protocol/counted.ts';
import { placeOf } from '../../syntax/tree.ts';
import type { ContentRule, Finding } from '../rule.ts';
import { bytesText } from '../support/content-places.ts';
import { findingAtValue } from '../support/finding.ts';
import { findingInLayer, layersIn, type ReadLayer } from '../support/layer-archives.ts';

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
  },
  async *checkContent(reading, signal) {
    for await (const layer of layersIn(reading, signal)) {
      const { archive } = layer;
      if ('reason' in archive) yield notUnpacked(layer, archive.reason);
      else if (archive.fault !== undefined)
        yield isNoArchive(archive.fault) ? noArchive(layer) : broken(layer, archive.fault);
      else if (archive.isPadded) yield padded(layer);
    }
  },
};

type AnyLayer = Omit<ReadLayer, 'archive'>;

function isNoArchive({ fault, at }: TarFault): boolean {
  return fault === 'no-header' && at === 0;
}

/** Of an artifact it is no error: clients name every file by a layer's type when they are told no other. */
function noArchive({ written, isOfImage }: AnyLayer): Finding {
  const message = 'Media type says tar, content is not a tar archive. Change the media type or the layer.';
  return findingAtValue(placeOf(written.node, 'mediaType'), message, isOfImage ? {} : { severity: 'information' });
}

/** Numbers are written when they are asked for: the first one loads the locales, which takes 10 ms. */
const faultTexts: Readonly<Record<TarFault['fault'], () => string>> = {
  'no-header': () => 'no header where one is required',
  'no-size': () => 'header with an invalid size',
  'bad-pax': () => 'malformed pax record',
  'long-path': () => `path longer than ${grouped(maxPath)} bytes`,
  'cut-off': () => 'unexpected end of an entry',
};

function broken(layer: AnyLayer, { fault, at }: TarFault): Finding {
  return findingInLayer(layer, `Invalid tar archive: ${faultTexts[fault]()} at uncompressed offset ${grouped(at)}.`);
}

function notUnpacked(layer: AnyLayer, reason: unknown): Finding {
  if (reason instanceof TooCostly) {
    return unverified(layer, 'Layer takes too long to decompress: its zstd window is large. It was not verified.');
  }
  if (reason instanceof TooLarge) {
    return unverified(
      layer,
      `Layer exceeds the decompression limit (${bytesText(reason.limit)}). It was not verified.`,
    );
  }
  if (reason instanceof BudgetSpent) {
    const limit = bytesText(reason.limit);
    return unverified(layer, `Decompression budget of this run (${limit}) is spent. This layer was not verified.`);
  }
  const why = reason instanceof Error ? reason.message : String(reason);
  return findingInLayer(layer, `Layer cannot be decompressed: ${why}.`);
}

/** Go takes what follows a member of gzip for another one (compress/gzip); gzip itself and zlib pass over zeros. */
function padded(layer: AnyLayer): Finding {
  const message = 'Zero bytes follow the gzip stream. Go\'s gzip reader fails on them ("gzip: invalid header").';
  return findingInLayer(layer, message, { severity: 'warning' });
}

function unverified(layer: AnyLayer, message: string): Finding {
  return findingInLayer(layer, message, { severity: 'warning' });
}
