import { counted } from '../../protocol/counted.ts';
import { parseJsonBytes } from '../../syntax/parse.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { Compression } from '../archive/compression.ts';
import { compressionIn } from '../archive/content-compression.ts';
import { gzipHeaderText } from '../archive/gzip-header.ts';
import { canUncompress, uncompressed } from '../archive/uncompressed.ts';
import { bytesOf, type Content } from '../stores/content-store.ts';
import type { Contents } from '../stores/contents.ts';
import type { Change, Location } from './change.ts';
import { type Comparison, tell } from './comparison.ts';
import { jsonChanges } from './json-difference.ts';
import { layerChanges } from './layer-changes.ts';
import { type LayerSnapshot, layerSnapshot } from './layer-snapshot.ts';

/** A blob and the content store that caches its hashes. */
export interface Blob {
  readonly content: Content;
  readonly contents: Contents;
}

/** Larger JSON blobs are compared as bytes only. In bytes. */
const maxJson = 4 * 1024 * 1024;

/** Compares two blobs with different bytes as layers, as JSON, or as bytes. */
export async function compareContent(a: Blob, b: Blob, location: Location, comparison: Comparison): Promise<void> {
  const packings = [
    await compressionIn(a.content, comparison.signal),
    await compressionIn(b.content, comparison.signal),
  ] as const;
  try {
    const [before, after] = [
      await snapshotOf(a, packings[0], comparison),
      await snapshotOf(b, packings[1], comparison),
    ];
    if (before !== undefined && after !== undefined) {
      comparison.hasPaths = true;
      for (const { fault } of [before, after])
        if (fault !== undefined) comparison.problems.push(`${nameOf(location)}: ${fault}`);
      const changes = layerChanges(before, after, location);
      tell(comparison, changes);
      tell(comparison, await packingChanges([a, b], packings, location, changes, comparison));
      return;
    }
  } catch (error) {
    comparison.signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    comparison.problems.push(`${nameOf(location)} cannot be decompressed: ${why}`);
  }
  tell(comparison, await plainChanges(a, b, location));
}

function nameOf({ scope, part }: Location): string {
  return [...scope, part].join(', ');
}

async function snapshotOf(
  { content }: Blob,
  packing: Compression,
  { startHash, budget, signal }: Comparison,
): Promise<LayerSnapshot | undefined> {
  if (!canUncompress(packing)) return undefined;
  return layerSnapshot(uncompressed(content, packing, signal, budget), startHash);
}

/** Differences in compression. If there are no others, also differences in how the archives are encoded. */
async function packingChanges(
  [a, b]: readonly [Blob, Blob],
  [before, after]: readonly [Compression, Compression],
  location: Location,
  others: readonly Change[],
  { signal }: Comparison,
): Promise<readonly Change[]> {
  const change = { kind: 'changed', ...location, isIncidental: true } as const;
  const changes: Change[] = before === after ? [] : [{ ...change, aspect: 'compression', before, after }];
  if (others.length > 0) return changes;
  const diffIds = [
    await a.contents.hashUncompressed('sha256', a.content, before, signal),
    await b.contents.hashUncompressed('sha256', b.content, after, signal),
  ];
  if (diffIds[0]?.hex !== diffIds[1]?.hex) return [...changes, { ...change, aspect: 'encoding' }];
  return changes.length > 0
    ? changes
    : [{ ...change, aspect: 'compression', ...(await packingsOf([a, b], before, signal)) }];
}

/** Details that distinguish two outputs of the same compression format. */
async function packingsOf(
  blobs: readonly Blob[],
  packing: Compression,
  signal: AbortSignal | undefined,
): Promise<Pick<Change, 'before' | 'after'>> {
  const heads = await Promise.all(
    blobs.map(({ content }) => bytesOf({ ...content, size: Math.min(content.size, maxHead) }, signal)),
  );
  const described = heads.map((head) => (packing === 'gzip' ? gzipHeaderText(head) : ''));
  const isSaid = described[0] !== described[1];
  const [before = '', after = ''] = blobs.map(({ content }, i) =>
    [packing, counted(content.size, 'byte'), ...(isSaid ? [described[i]] : [])].filter(Boolean).join(', '),
  );
  return before === after ? {} : { before, after };
}

/** Bytes to read; a header is rarely longer. */
const maxHead = 1024;

async function plainChanges(a: Blob, b: Blob, location: Location): Promise<readonly Change[]> {
  const [before, after] = [await jsonOf(a), await jsonOf(b)];
  if (before !== undefined && after !== undefined) {
    const changes = jsonChanges(before, after, location);
    return changes.length > 0 ? changes : [{ kind: 'changed', aspect: 'encoding', ...location, isIncidental: true }];
  }
  const [one, other] = [a, b].map(({ content }) => counted(content.size, 'byte'));
  const shown = one === other || one === undefined || other === undefined ? {} : { before: one, after: other };
  return [{ kind: 'changed', aspect: 'entry', ...location, ...shown, isIncidental: false }];
}

async function jsonOf({ content }: Blob): Promise<JsonNode | undefined> {
  if (content.size > maxJson) return undefined;
  const { root, faults } = parseJsonBytes(await bytesOf(content));
  return faults.length === 0 && (root?.type === 'object' || root?.type === 'array') ? root : undefined;
}
