import { titleKey } from '../../oci/annotation-keys.ts';
import type { Promised, WrittenDescriptor } from '../../oci/descriptor.ts';
import { type OciDocument, readingDocumentBytes } from '../../oci/document.ts';
import { ofValue } from '../../syntax/kept.ts';
import { membersOf, stringAt, stringOf } from '../../syntax/tree.ts';
import type { Files } from '../files.ts';
import type { StartHash } from '../hashing.ts';
import { enclosingLayoutOf, type Layout } from '../layout/layout.ts';
import { type GraphSource, type LayoutGraph, readLayoutGraph, readWholeGraph } from '../layout/layout-graph.ts';
import { stoppableFiles } from '../stoppable-files.ts';
import { createTurns, inTurns, type Turn, type Turns } from '../turns.ts';
import { folderOf } from '../uris.ts';
import { type ContentReads, createContentReads, type ReadOptions } from './content-reads.ts';
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

/** Queries about the content of descriptors. Results are cached until files change. */
export interface Contents extends ContentReads {
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
  /** Parses content as a document of the kind given by `mediaType` or by itself; undefined if it is too large. */
  documentOf(content: Content, mediaType: string | undefined, signal?: AbortSignal): Promise<OciDocument | undefined>;
  /** For long work on what is in memory. Shared by all requests. */
  readonly turn: Turns;
  /** Aborted once the caller cancels. Absent if the caller cannot cancel. */
  readonly signal?: AbortSignal;
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

export interface ContentsOptions extends ReadOptions {
  /**
   * Files of the workspace. If given, content of documents outside layouts is also searched in the document's folder
   * and in these files.
   */
  readonly listed?: WorkspaceFiles | undefined;
  /** Enables caching of verdicts. */
  readonly moments?: Moments | undefined;
}

/** Creates queries over files. Nothing is read before the first query. */
export function createContents(
  files: Files,
  startHash: StartHash,
  { listed, moments, ...readOptions }: ContentsOptions = {},
): Contents {
  const layouts = createRecent<Layout | undefined>(10_000);
  const graphs = createRecent<LayoutGraph>(4);
  const wholeGraphs = createRecent<LayoutGraph>(4);
  /** Content keys of blobs that reference nothing, so that they are not inspected again when other blobs change. */
  const plainBlobs = new Set<string>();
  const documents = createRecent<OciDocument | undefined>(maxKept, weightOf);
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
  const turn = createTurns();

  const storesNear = async (near: string) => ((await layoutOf(near)) === undefined ? elsewhere : inLayouts);

  /** Sources for a graph traversal that is canceled once nobody waits for it. */
  const sourceUntil = (stop: AbortSignal): GraphSource => ({
    files: stoppableFiles(files, stop),
    signal: stop,
    turn: () => turn(stop),
    async find(target, near) {
      stop.throwIfAborted();
      return contents.find(target, near);
    },
    documentOf: (content, mediaType) => contents.documentOf(content, mediaType, stop),
  });

  const contents: Contents = {
    ...createContentReads(startHash, readOptions),
    files,
    turn,
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
    documentOf: (content, mediaType, signal) =>
      documents.get(
        `${mediaType} ${content.key}`,
        (stop) => readDocument(content, mediaType, () => turn(stop), stop),
        signal,
      ),
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
  // One pass, because documents have thousands of descriptors.
  for (const { name, value } of membersOf(node)) {
    if (name === 'digest' && isWellKnown({ digestText: stringOf(value) })) return true;
    if (name === 'data' && value?.type === 'string') return true;
    if (name === 'annotations' && stringAt(value, titleKey) !== undefined) return true;
  }
  return false;
});

async function readDocument(
  content: Content,
  mediaType: string | undefined,
  turn: Turn,
  signal: AbortSignal,
): Promise<OciDocument | undefined> {
  if (content.size > maxDocumentSize) return undefined;
  const bytes = await bytesOf(content, signal);
  const hints = { ...(mediaType === undefined ? {} : { pointedAs: mediaType }), isBlob: true };
  return inTurns(readingDocumentBytes(content.uri ?? 'data:', bytes, hints), turn);
}
