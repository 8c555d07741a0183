import type { Location } from 'vscode-languageserver-types';
import { deletableBlobs } from '../content/layout/deletable.ts';
import { sizeOf } from '../content/layout/layout-blobs.ts';
import { stoppable } from '../content/stores/stoppable.ts';
import { createTree } from '../content/tree/oci-tree.ts';
import type { VerifyWork } from '../content/tree/verify-tree.ts';
import { verifyTree } from '../content/tree/verify-tree.ts';
import { below, nameOf } from '../content/uris.ts';
import { blobLabelOf } from '../features/blob-label.ts';
import { referencesTo } from '../features/content-links.ts';
import { deletionQuestion, verificationText } from '../features/view-words.ts';
import type { Deletion, Verification } from '../protocol.ts';
import { sourceOf } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Service } from './service-types.ts';
import { viewArchives } from './view-archives.ts';
import { filesForView } from './view-files.ts';
import { imagesIn } from './view-images.ts';
import { readKey } from './view-key.ts';
import { viewLines } from './view-lines.ts';
import { viewTexts } from './view-texts.ts';

/** The part of the service behind the tree view. */
export type View = Pick<
  Service,
  | 'viewRoots'
  | 'viewChildren'
  | 'viewPath'
  | 'viewReferences'
  | 'viewTexts'
  | 'viewVerify'
  | 'viewDeletable'
  | 'blobLabel'
  | 'openArchive'
  | 'findPath'
  | 'images'
>;

export function view(workspace: Workspace): View {
  const { host, contents, documentOf } = workspace;
  const archives = workspace.keep(viewArchives);
  const contentsUntil = (signal: AbortSignal | undefined) => stoppable(contents, signal);
  const linesUntil = (signal: AbortSignal | undefined) =>
    viewLines({ ...workspace, contents: contentsUntil(signal) }, signal);

  return {
    viewRoots: (filter, signal) => linesUntil(signal).roots(wordsOf(filter)),
    viewChildren: (key, signal) => linesUntil(signal).below(key),
    viewPath: (uri, signal) => linesUntil(signal).pathTo(sourceOf(uri)),

    async viewReferences(key, signal): Promise<Location[]> {
      const read = readKey(key);
      if (read?.node.digest === undefined) return [];
      return referencesTo(read.node.digest, below(read.root, 'index.json'), contentsUntil(signal));
    },

    async viewTexts(key, signal) {
      const read = readKey(key);
      return read === undefined ? [] : viewTexts(read, contentsUntil(signal));
    },

    async viewVerify(key, work: VerifyWork): Promise<Verification | undefined> {
      const read = readKey(key);
      if (read === undefined) return undefined;
      const tree = createTree(contents);
      const open = read.node.role === 'document' ? await documentOf(read.node.uri ?? '') : undefined;
      const verified = await verifyTree(open === undefined ? read.node : tree.document(open), tree, contents, work);
      return { message: verificationText(verified), isRight: verified.differing + verified.missing === 0 };
    },

    async viewDeletable(key, signal): Promise<Deletion | undefined> {
      const read = readKey(key);
      if (read?.node.role !== 'unreferenced') return undefined;
      const layout = { root: read.root };
      // Discard cached results, which may be stale.
      contents.forgetLayouts();
      const texts = host.openUris().flatMap((uri) => host.openText(uri)?.getText() ?? []);
      const found = await deletableBlobs(layout, contentsUntil(signal), texts);
      if (found.problem !== undefined) return { problem: found.problem, question: '', files: [] };
      const { blobs } = found;
      const request = deletionQuestion(blobs.length, sizeOf(blobs), nameOf(layout.root));
      return { question: request, files: blobs.map(({ uri, size }) => ({ uri, size })) };
    },

    blobLabel: (uri, signal) => blobLabelOf(uri, contentsUntil(signal)),
    openArchive: archives.open,
    findPath: workspace.keep(filesForView).findPath,
    images: async () => {
      const keys = await Promise.all((await archives.list()).map((archive) => archives.rootsOf(archive)));
      return imagesIn([...(await workspace.layouts()).map(({ root }) => root), ...keys.flat()], contents);
    },
  };
}

function wordsOf(filter = ''): string | undefined {
  const words = filter.trim().toLowerCase();
  return words === '' ? undefined : words;
}
