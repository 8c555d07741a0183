import { type Promised, promisedBy, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { type OciDocument, readDocumentBytes } from '../../oci/document.ts';
import { ofValue } from '../../syntax/kept.ts';
import { type Archive, readArchive } from '../archive/archive.ts';
import { contentReader, streamReader } from '../archive/byte-reader.ts';
import type { Compression } from '../archive/compression.ts';
import { hashLayer, type LayerArchive, readLayerArchive } from '../archive/layer-archive.ts';
import type { Hashed, NotUnpacked, Surveyed } from '../archive/survey.ts';
import { canUncompress, type UnpackBudget, uncompressed } from '../archive/uncompressed.ts';
import type { Files } from '../files.ts';
import { type HashFile, hashStream, type StartHash } from '../hashing.ts';
import { enclosingLayoutOf, type Layout } from '../layout/layout.ts';
import { type GraphSource, type LayoutGraph, readLayoutGraph, readWholeGraph } from '../layout/layout-graph.ts';
import { stoppableFiles } from '../stoppable-files.ts';
import { folderOf } from '../uris.ts';
import { bytesOf, type Content, type ContentStore, type Found } from './content-store.ts';
import { embeddedStore } from './embedded-store.ts';
import { layoutStore } from './layout-store.ts';
import type { Moments } from './moments.ts';
import { neighborStore } from './neighbor-store.ts';
import { createRecent } from './recent.ts';
import { titledStore } from './titled-store.ts';
import { isWellKnown, wellKnownStore } from './well-known-store.ts';
import type { WorkspaceFiles } from './workspace-files.ts';
import { workspaceStore } from './workspace-store.ts';

export type { Hashed, NotUnpacked };

/** Queries about the content of descriptors. Results are cached until files change. */
export interface Contents {
  readonly files: Files;
  /** Resolves a descriptor. `near`: URI of the document with the descriptor. */
  find(target: Promised, near: string): Promise<Found | undefined>;
  /**
   * Quickly determines for which descriptors of a document a lookup can succeed. `algorithms`: digest algorithms in the
   * document.
   */
  mayFind(near: string, algorithms: ReadonlySet<string>): Promise<(written: WrittenDescriptor) => boolean>;
  /** The layout that contains a document. */
  layoutOf(uri: string): Promise<Layout | undefined>;
  /**
   * A token that changes when the referenced content of a document may have changed; undefined if that can happen at
   * any time without notice. Verdicts are cached per token. `near`: URI of the document.
   */
  momentAt(near: string): Promise<object | undefined>;
  /** The reference graph of a layout from `index.json`. */
  graphOf(layout: Layout, signal?: AbortSignal): Promise<LayoutGraph>;
  /** The same, including documents not reachable from `index.json`. */
  wholeGraphOf(layout: Layout, signal?: AbortSignal): Promise<LayoutGraph>;
  /** Hashes content; undefined if the algorithm is not registered. */
  hash(
    algorithm: string,
    content: Content,
    signal?: AbortSignal,
    onProgress?: (bytes: number) => void,
  ): Promise<Hashed | undefined>;
  /** Whether the hash is cached, so that requesting it is free. */
  isHashed(algorithm: string, content: Content): boolean;
  /**
   * Hashes decompressed content; undefined if the compression is not supported. Rejects with TooLarge or a decoder
   * error.
   */
  hashUncompressed(
    algorithm: string,
    content: Content,
    compression: Compression,
    signal?: AbortSignal,
  ): Promise<Hashed | undefined>;
  /**
   * Summarizes content that decompresses to a tar archive; undefined for other content. Rejects like {@link
   * hashUncompressed}.
   */
  archiveOf(content: Content, compression: Compression, signal?: AbortSignal): Promise<Archive | undefined>;
  /**
   * What is notable in a layer, or why it cannot be decompressed; undefined if the compression is not supported. Free
   * after {@link hashUncompressed}, which collects both in one pass, and cheap for uncompressed content.
   */
  layerArchiveOf(
    content: Content,
    compression: Compression,
    signal?: AbortSignal,
  ): Promise<LayerArchive | NotUnpacked | undefined>;
  /** Caches the results of a survey under the content's key. */
  remember(key: string, surveyed: Surveyed): void;
  /** Parses content as a document of the kind given by `mediaType` or by itself; undefined if it is too large. */
  documentOf(content: Content, mediaType: string | undefined, signal?: AbortSignal): Promise<OciDocument | undefined>;
  /** The files of the workspace; undefined if there is no workspace. */
  readonly workspaceFiles: WorkspaceFiles | undefined;
  /**
   * Call when files were created, deleted or changed. Results about bytes are keyed by modification time and stay
   * valid.
   */
  forgetLayouts(): void;
}

/**
 * Registries accept documents of up to 4 MiB. Larger ones are read up to this size in bytes, so that rules can report
 * them.
 */
export const maxDocumentSize = 16 * 1024 * 1024;

/** Bounds memory. */
const maxPlainBlobs = 100_000;

/** Total size of cached documents in bytes. Parsed, they take about twenty times as much memory. */
const maxKept = 8 * 1024 * 1024;

/** Minimum weight, because even tiny documents have some overhead. */
const weightOf = (document: OciDocument | undefined): number => Math.max(2048, document?.byteLength ?? 0);

/** Maximum decompressed size to scan of an archive, in bytes. */
const maxArchiveSize = 32 * 1024 * 1024;

/** Files from this size are hashed on another thread, where that outweighs the overhead. Bytes. */
const largeSize = 16 * 1024 * 1024;

/**
 * `listed`: files of the workspace. If given, content of documents outside layouts is also searched in the document's
 * folder and in these files. `hashFile`: hashes large files, if supported. `budget`: limit on total decompressed bytes.
 * `moments`: enables caching of verdicts.
 */
export function createContents(
  files: Files,
  startHash: StartHash,
  listed?: WorkspaceFiles,
  hashFile?: HashFile,
  budget?: UnpackBudget,
  moments?: Moments,
): Contents {
  const layouts = createRecent<Layout | undefined>(10_000);
  const graphs = createRecent<LayoutGraph>(4);
  const wholeGraphs = createRecent<LayoutGraph>(4);
  const hashes = createRecent<Hashed | undefined>(100_000);
  /** Content keys of blobs that reference nothing, so that they are not inspected again when other blobs change. */
  const plainBlobs = new Set<string>();
  const documents = createRecent<OciDocument | undefined>(maxKept, weightOf);
  const archives = createRecent<Archive | undefined>(200);
  const layerArchives = createRecent<LayerArchive | NotUnpacked | undefined>(10_000);
  const layoutOf = (uri: string) => layouts.get(folderOf(uri), () => enclosingLayoutOf(files, uri));
  const hexOf = async (algorithm: string, content: Content) =>
    (await contents.hash(algorithm, content).catch(() => undefined))?.hex;
  const inLayouts = [embeddedStore, layoutStore(files, layoutOf)];
  /** Documents in a layout only use content of that layout. */
  const inWorkspace = listed && workspaceStore(files, listed, hexOf);
  const storesElsewhere = (): readonly ContentStore[] =>
    inWorkspace === undefined
      ? [embeddedStore, wellKnownStore]
      : [embeddedStore, wellKnownStore, neighborStore(files, hexOf), inWorkspace, titledStore(files)];
  let elsewhere = storesElsewhere();

  async function readLayer(content: Content, compression: Compression, signal: AbortSignal) {
    const isPlain = compression === 'none';
    const reader = isPlain
      ? contentReader(content, signal)
      : streamReader(uncompressed(content, compression, signal, budget));
    const read = await orReason(readLayerArchive(reader).finally(reader.close));
    signal.throwIfAborted();
    return read;
  }

  /** Rethrows a cached failure, so that a broken layer is not decompressed again for every image that has it. */
  async function refuseBroken(key: string, stop: AbortSignal): Promise<void> {
    const known = layerArchives.has(key) ? await layerArchives.get(key, async () => undefined, stop) : undefined;
    if (known !== undefined && 'reason' in known) throw known.reason;
  }

  const storesNear = async (near: string) => ((await layoutOf(near)) === undefined ? elsewhere : inLayouts);

  /** Sources for a graph traversal that is canceled once nobody waits for it. */
  const sourceUntil = (stop: AbortSignal): GraphSource => ({
    files: stoppableFiles(files, stop),
    async find(target, near) {
      stop.throwIfAborted();
      return contents.find(target, near);
    },
    documentOf: (content, mediaType) => contents.documentOf(content, mediaType, stop),
  });

  const contents: Contents = {
    files,
    workspaceFiles: listed,
    layoutOf,
    async find(target, near) {
      for (const store of await storesNear(near)) {
        const found = await store.find(target, near);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    async mayFind(near, algorithms) {
      const stores = await storesNear(near);
      const predicates = await Promise.all(stores.map((store) => store.mayFind?.(near, algorithms)));
      const may = predicates.filter((mayFind) => mayFind !== undefined);
      return (written) => mayHold(written.node) || may.some((mayFind) => mayFind(written));
    },
    momentAt: async (near) => moments?.now((await layoutOf(near)) !== undefined),
    graphOf: (layout, signal) => graphs.get(layout.root, (stop) => readLayoutGraph(sourceUntil(stop), layout), signal),
    wholeGraphOf: (layout, signal) =>
      wholeGraphs.get(
        layout.root,
        async (stop) => {
          const reachable = await contents.graphOf(layout, stop);
          return readWholeGraph(sourceUntil(stop), layout, reachable, { others: plainBlobs });
        },
        signal,
      ),
    hash: (algorithm, content, signal, onProgress) =>
      hashes.get(
        `${algorithm} ${content.key}`,
        (stop) =>
          hashFile !== undefined && content.uri?.startsWith('file:') && content.size >= largeSize
            ? hashFile(algorithm, content.uri, stop, onProgress)
            : hashStream(startHash, algorithm, content.open({}, stop), onProgress),
        signal,
      ),
    isHashed: (algorithm, content) => hashes.has(`${algorithm} ${content.key}`),
    hashUncompressed: (algorithm, content, compression, signal) =>
      hashes.get(
        `${algorithm} ${compression} ${content.key}`,
        async (stop) => {
          const hash = canUncompress(compression) ? startHash(algorithm) : undefined;
          if (hash === undefined) return undefined;
          await refuseBroken(`${compression} ${content.key}`, stop);
          const end = { isPadded: false };
          const reading = hashLayer(hash, uncompressed(content, compression, stop, budget, end), end);
          const shareArchive = async (stopSharing: AbortSignal) => {
            const read = await orReason(reading.then(({ archive }) => archive));
            // Callers of layerArchiveOf may still be waiting after those of hashUncompressed have canceled.
            return stop.aborted ? readLayer(content, compression, stopSharing) : read;
          };
          layerArchives.get(`${compression} ${content.key}`, shareArchive, stop).catch(() => {});
          return (await reading).hashed;
        },
        signal,
      ),
    layerArchiveOf: (content, compression, signal) =>
      layerArchives.get(
        `${compression} ${content.key}`,
        async (stop) => (canUncompress(compression) ? readLayer(content, compression, stop) : undefined),
        signal,
      ),
    archiveOf: (content, compression, signal) =>
      archives.get(
        `${compression} ${content.key}`,
        async (stop) => {
          if (!canUncompress(compression)) return undefined;
          const pieces = uncompressed(content, compression, stop, budget)[Symbol.asyncIterator]();
          try {
            return await readArchive({ [Symbol.asyncIterator]: () => pieces }, maxArchiveSize);
          } finally {
            // A non-archive is not read to its end, so close the file explicitly.
            await pieces.return?.();
          }
        },
        signal,
      ),
    remember(key, { algorithm, hashed, compression, unpacked, layer }) {
      void hashes.get(`${algorithm} ${key}`, async () => hashed);
      if (unpacked !== undefined) void hashes.get(`sha256 ${compression} ${key}`, async () => unpacked);
      if (layer !== undefined) void layerArchives.get(`${compression} ${key}`, async () => layer);
    },
    documentOf: (content, mediaType, signal) =>
      documents.get(`${mediaType} ${content.key}`, (stop) => readDocument(content, mediaType, stop), signal),
    forgetLayouts() {
      if (plainBlobs.size > maxPlainBlobs) plainBlobs.clear();
      layouts.clear();
      graphs.clear();
      wholeGraphs.clear();
      moments?.end();
      elsewhere = storesElsewhere();
    },
  };
  return contents;
}

/** Whether a descriptor itself indicates where to find its content. */
const mayHold = ofValue((node) => {
  const promised = promisedBy(node);
  return promised.data !== undefined || promised.title !== undefined || isWellKnown(promised);
});

/** Returns a failure as a value, so that it is cached. */
async function orReason<T>(reading: Promise<T>): Promise<T | NotUnpacked> {
  try {
    return await reading;
  } catch (reason) {
    return { reason };
  }
}

async function readDocument(
  content: Content,
  mediaType: string | undefined,
  signal: AbortSignal | undefined,
): Promise<OciDocument | undefined> {
  if (content.size > maxDocumentSize) return undefined;
  const bytes = await bytesOf(content, signal);
  return readDocumentBytes(content.uri ?? 'data:', bytes, {
    ...(mediaType === undefined ? {} : { pointedAs: mediaType }),
    isBlob: true,
  });
}
