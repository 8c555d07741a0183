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
import { neighbourStore } from './neighbor-store.ts';
import { createRecent } from './recent.ts';
import { titledStore } from './titled-store.ts';
import { isWellKnown, wellKnownStore } from './well-known-store.ts';
import type { WorkspaceFiles } from './workspace-files.ts';
import { workspaceStore } from './workspace-store.ts';

export type { Hashed, NotUnpacked };

/** Everything that can be asked about the content of descriptors. Answers are kept until files change. */
export interface Contents {
  readonly files: Files;
  /** The content that a descriptor means. `near`: the URI of the document that has the descriptor. */
  find(target: Promised, near: string): Promise<Found | undefined>;
  /** Tells at once for which of many descriptors of one document it is worth looking; `algorithms`: those of their digests. */
  mayFind(near: string, algorithms: ReadonlySet<string>): Promise<(written: WrittenDescriptor) => boolean>;
  /** The layout that a document belongs to. */
  layoutOf(uri: string): Promise<Layout | undefined>;
  /**
   * Another object when what the descriptors of a document point at may have changed; undefined where that may be at any time:
   * what was seen of it is kept for the moment. `near`: the document's URI.
   */
  momentAt(near: string): Promise<object | undefined>;
  /** Who points where in a layout, from `index.json` on. */
  graphOf(layout: Layout, signal?: AbortSignal): Promise<LayoutGraph>;
  /** The same with what `index.json` does not lead to. */
  wholeGraphOf(layout: Layout, signal?: AbortSignal): Promise<LayoutGraph>;
  /** Reads content whole; undefined for an algorithm that is not registered. */
  hash(
    algorithm: string,
    content: Content,
    signal?: AbortSignal,
    onProgress?: (bytes: number) => void,
  ): Promise<Hashed | undefined>;
  /** Whether content was read whole before, so that asking again costs nothing. */
  isHashed(algorithm: string, content: Content): boolean;
  /** The same of what content unpacks to; undefined where nothing here unpacks it. Rejects with TooLarge, or what is wrong with it. */
  hashUncompressed(
    algorithm: string,
    content: Content,
    compression: Compression,
    signal?: AbortSignal,
  ): Promise<Hashed | undefined>;
  /** What is in content that unpacks to an archive; undefined for other content. Rejects like {@link hashUncompressed}. */
  archiveOf(content: Content, compression: Compression, signal?: AbortSignal): Promise<Archive | undefined>;
  /**
   * What is remarkable in a layer, or why it cannot be unpacked; undefined where nothing here unpacks it. Costs nothing after
   * {@link hashUncompressed}, which reads both at once, and little for content that is not packed.
   */
  layerArchiveOf(
    content: Content,
    compression: Compression,
    signal?: AbortSignal,
  ): Promise<LayerArchive | NotUnpacked | undefined>;
  /** Keeps what was found out about the content of a key, so that it need not be read for that. */
  remember(key: string, surveyed: Surveyed): void;
  /** Content as a document of the kind that `mediaType` says, or that it says itself; undefined where it is too large for one. */
  documentOf(content: Content, mediaType: string | undefined, signal?: AbortSignal): Promise<OciDocument | undefined>;
  /** The files of the workspace; undefined where there is none. */
  readonly workspaceFiles: WorkspaceFiles | undefined;
  /** Files have come, gone or changed. What is known of bytes is known by their time of change, and stays. */
  forgetPlaces(): void;
}

/** Registries take documents of at most 4 MiB; ours may be somewhat larger to be told so. In bytes. */
export const maxDocumentSize = 16 * 1024 * 1024;

/** More are not remembered for ever. */
const maxPlainBlobs = 100_000;

/** So much of documents is kept as read, which takes some twenty times as much memory. In bytes. */
const maxKept = 8 * 1024 * 1024;

/** A document of few bytes, or none, takes some room, too. */
const weightOf = (document: OciDocument | undefined): number => Math.max(2048, document?.byteLength ?? 0);

/** Of an archive, so much is looked at. In bytes, unpacked. */
const maxArchiveSize = 32 * 1024 * 1024;

/** From here on hashing takes longer than going elsewhere to do it. In bytes. */
const largeSize = 16 * 1024 * 1024;

/**
 * `listed`: the files of the workspace; where it is given, content that is in no layout is looked for beside the document,
 * too, and among these. `hashFile`: for large files, where there is such a thing.
 * `budget`: how much is unpacked in all. `moments`: where things stay as they are for some time.
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
  /** Blobs that name no others. By the keys of their content, so that they are not looked into again when others change. */
  const plainBlobs = new Set<string>();
  const documents = createRecent<OciDocument | undefined>(maxKept, weightOf);
  const archives = createRecent<Archive | undefined>(200);
  const layerArchives = createRecent<LayerArchive | NotUnpacked | undefined>(10_000);
  const layoutOf = (uri: string) => layouts.get(folderOf(uri), () => enclosingLayoutOf(files, uri));
  const hexOf = async (algorithm: string, content: Content) =>
    (await contents.hash(algorithm, content).catch(() => undefined))?.hex;
  const inLayouts = [embeddedStore, layoutStore(files, layoutOf)];
  /** Where a layout encloses a document, its content is there or nowhere. */
  const inWorkspace = listed && workspaceStore(files, listed, hexOf);
  const storesElsewhere = (): readonly ContentStore[] =>
    inWorkspace === undefined
      ? [embeddedStore, wellKnownStore]
      : [embeddedStore, wellKnownStore, neighbourStore(files, hexOf), inWorkspace, titledStore(files)];
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

  /** What could not be unpacked once is not unpacked again for each image that has it. */
  async function refuseBroken(key: string, stop: AbortSignal): Promise<void> {
    const known = layerArchives.has(key) ? await layerArchives.get(key, async () => undefined, stop) : undefined;
    if (known !== undefined && 'reason' in known) throw known.reason;
  }

  const storesNear = async (near: string) => ((await layoutOf(near)) === undefined ? elsewhere : inLayouts);

  /** What a walk asks, as long as somebody waits for it. */
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
      const asked = await Promise.all(stores.map((store) => store.mayFind?.(near, algorithms)));
      const may = asked.filter((mayFind) => mayFind !== undefined);
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
            // Who asked for the archive has not left with those who asked for the hash.
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
            // What is not an archive is not read to its end: the file is closed all the same.
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
    forgetPlaces() {
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

/** Whether a descriptor by itself says where its content may be. */
const mayHold = ofValue((node) => {
  const promised = promisedBy(node);
  return promised.data !== undefined || promised.title !== undefined || isWellKnown(promised);
});

/** That content cannot be unpacked is an answer, too, and is not asked for again. */
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
