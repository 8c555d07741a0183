import type { Location } from 'vscode-languageserver-types';
import { deletableBlobs } from '../content/layout/deletable.ts';
import type { Layout } from '../content/layout/layout.ts';
import { sizeOf } from '../content/layout/layout-blobs.ts';
import type { Contents } from '../content/stores/contents.ts';
import { createTree } from '../content/tree/oci-tree.ts';
import type { VerifyWork } from '../content/tree/verify-tree.ts';
import { verifyTree } from '../content/tree/verify-tree.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import { blobLabelOf } from '../features/blob-label.ts';
import { referencesTo } from '../features/content-links.ts';
import { deletionQuestion, verificationText } from '../features/view-words.ts';
import type { Deletion, Verification, ViewNode } from '../protocol.ts';
import type { Checks } from './checks.ts';
import { isFormatted, sourceOf } from './formatted.ts';
import type { Host } from './host.ts';
import type { Service } from './service-types.ts';
import { type Key, readKey, viewNodeFor } from './view-key.ts';
import { pathInLayout } from './view-path.ts';
import { viewTexts } from './view-texts.ts';
import { createViewTree } from './view-tree.ts';

/** The part of the service behind the tree of layouts and documents. */
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
>;

/** `layoutsOf`: those of the workspace. */
export function createView(
  host: Host,
  contents: Contents,
  checks: Checks,
  layoutsOf: () => Promise<readonly Layout[]>,
): View {
  const lines = createViewTree(contents, checks);

  async function layoutKeys(filter: string | undefined): Promise<readonly Key[]> {
    const tree = createTree(contents);
    return Promise.all(
      (await layoutsOf()).map(async (layout) =>
        keyOf({ path: layout.root, root: layout.root, isInLayout: true, node: await tree.layout(layout) }, filter),
      ),
    );
  }

  /** Open documents that no layout has. */
  async function looseKeys(filter: string | undefined): Promise<readonly Key[]> {
    const open = host.openUris().filter((uri) => !isFormatted(uri));
    const documents = await Promise.all(open.map((uri) => checks.documentOf(uri).catch(() => undefined)));
    const keys: Key[] = [];
    for (const document of documents) {
      if (document?.kind === undefined || document.descriptors.length === 0) continue;
      const { uri } = document;
      if ((await contents.layoutOf(uri)) !== undefined) continue;
      const node = createTree(contents).document(document);
      keys.push(keyOf({ path: uri, root: folderOf(uri), isInLayout: false, node }, filter));
    }
    return keys.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async function shown(keys: readonly Key[]): Promise<readonly ViewNode[]> {
    const found = await Promise.all(keys.map(lines.lineOf));
    return found.filter((line) => line !== undefined);
  }

  /** Documents stand in a group of their own where there is something else. */
  async function rootsOf(filter: string | undefined): Promise<readonly ViewNode[]> {
    const layouts = await layoutKeys(filter);
    const loose = await shown(await looseKeys(filter));
    const all = await shown(layouts);
    if (layouts.length === 0 || loose.length === 0) return [...all, ...loose];
    return [...all, looseGroup(loose.length, filter)];
  }

  async function pathTo(uri: string): Promise<readonly ViewNode[]> {
    const layout = await contents.layoutOf(uri);
    const layouts = await layoutKeys(undefined);
    const top = layouts.find(({ root }) => root === layout?.root);
    if (layout !== undefined && top !== undefined) {
      const isTop = folderOf(uri) === layout.root;
      const path = isTop ? [] : await pathInLayout(uri, layout, top, lines, contents);
      return isTop || path.length > 0 ? [top, ...path].map(viewNodeFor) : [];
    }
    const loose = await looseKeys(undefined);
    const own = loose.find(({ node }) => node.uri === uri);
    if (own === undefined) return [];
    return [...(layouts.length === 0 ? [] : [looseGroup(loose.length, undefined)]), viewNodeFor(own)];
  }

  return {
    viewRoots: (filter) => rootsOf(wordsOf(filter)),

    async viewChildren(key) {
      const group = looseFilterOf(key);
      if (group !== undefined) return shown(await looseKeys(group.filter));
      const read = readKey(key);
      return read === undefined ? [] : lines.linesBelow(read);
    },

    viewPath: (uri) => pathTo(sourceOf(uri)),

    async viewReferences(key): Promise<Location[]> {
      const read = readKey(key);
      if (read?.node.digest === undefined) return [];
      return referencesTo(read.node.digest, below(read.root, 'index.json'), contents);
    },

    async viewTexts(key) {
      const read = readKey(key);
      return read === undefined ? [] : viewTexts(read, contents);
    },

    async viewVerify(key, work: VerifyWork): Promise<Verification | undefined> {
      const read = readKey(key);
      if (read === undefined) return undefined;
      const tree = createTree(contents);
      const open = read.node.role === 'document' ? await checks.documentOf(read.node.uri ?? '') : undefined;
      const verified = await verifyTree(open === undefined ? read.node : tree.document(open), tree, contents, work);
      return { message: verificationText(verified), isRight: verified.differing + verified.missing === 0 };
    },

    async viewDeletable(key): Promise<Deletion | undefined> {
      const read = readKey(key);
      if (read?.node.role !== 'unreferenced') return undefined;
      const layout = { root: read.root };
      // What was found out before may be old.
      contents.forgetPlaces();
      const texts = host.openUris().flatMap((uri) => host.openText(uri)?.getText() ?? []);
      const found = await deletableBlobs(layout, contents, texts);
      if (found.problem !== undefined) return { problem: found.problem, question: '', files: [] };
      const { blobs } = found;
      const question = deletionQuestion(blobs.length, sizeOf(blobs), nameOf(layout.root));
      return { question, files: blobs.map(({ uri, size }) => ({ uri, size })) };
    },

    blobLabel: (uri) => blobLabelOf(uri, contents),
  };
}

function keyOf(key: Key, filter: string | undefined): Key {
  return filter === undefined ? key : { ...key, path: `${key.path} ?${filter}`, filter };
}

function wordsOf(filter = ''): string | undefined {
  const words = filter.trim().toLowerCase();
  return words === '' ? undefined : words;
}

/** The group of the documents that are in no layout. */
function looseGroup(count: number, filter: string | undefined): ViewNode {
  return {
    id: 'loose',
    key: JSON.stringify({ loose: true, ...(filter === undefined ? {} : { filter }) }),
    label: 'documents',
    description: `${count} open, in no layout`,
    tooltip: '',
    icon: 'files',
    state: 'unknown',
    abilities: [],
    hasChildren: true,
    isExpanded: true,
  };
}

function looseFilterOf(key: string): { readonly filter?: string } | undefined {
  try {
    const read = JSON.parse(key) as { loose?: unknown; filter?: unknown } | null;
    if (read?.loose !== true) return undefined;
    return typeof read.filter === 'string' ? { filter: read.filter } : {};
  } catch {
    return undefined;
  }
}
