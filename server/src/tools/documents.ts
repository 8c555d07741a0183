import { blobDigestOf, isLayout, type Layout } from '../content/layout/layout.ts';
import { blobNamed } from '../content/layout/named-blob.ts';
import { type Content, isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { type FileDocument, readFileDocument } from '../content/stores/file-document.ts';
import { workspaceFiles } from '../content/stores/workspace-files.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import type { OciDocument } from '../oci/document.ts';
import { hostLanguageOf } from '../oci/embedded.ts';
import type { Kind } from '../oci/kind.ts';
import { Refusal } from './input.ts';
import type { FoundFile, ToolContext } from './tool-context.ts';

/** A file to read as a document. */
export interface Source {
  readonly uri: string;
  /** Whether to report it even if it is not an OCI document. */
  readonly isNamed: boolean;
}

/** The documents at a path: a file, or the contents of a folder. `verify`: include blobs that are not documents. */
export async function sourcesAt(path: string, verify: boolean, context: ToolContext): Promise<readonly Source[]> {
  const found = await context.at(path);
  if (found.type === 'file') return [{ uri: found.uri, isNamed: true }];
  if (found.type !== 'folder') throw new Refusal(`${JSON.stringify(path)} is neither a file nor a folder`);
  const uris = (await workspaceFiles(context.contents.files, () => [found.uri])()).map(({ uri }) => uri);
  const layouts = await layoutsAmong(uris, context);
  if (layouts.length === 0 && verify) throw new Refusal(`no OCI layout in ${JSON.stringify(path)}`);
  const graphs = await Promise.all(layouts.map((layout) => context.contents.wholeGraphOf(layout)));
  const wanted = new Set(graphs.flatMap(({ documents }) => documents));
  for (const uri of uris) {
    if (blobDigestOf(uri) === undefined ? isNamedAsDocument(uri) : verify) wanted.add(uri);
  }
  return [...wanted].map((uri) => ({ uri, isNamed: false }));
}

function isNamedAsDocument(uri: string): boolean {
  return uri.endsWith('.json') || nameOf(uri) === 'oci-layout' || hostLanguageOf(nameOf(uri)) !== undefined;
}

/** The layouts in a folder. Throws a Refusal if there are none. */
export async function layoutsIn({ uri }: FoundFile, path: string, context: ToolContext): Promise<readonly Layout[]> {
  if (await isLayout(context.contents.files, uri)) return [{ root: uri }];
  const uris = (await workspaceFiles(context.contents.files, () => [uri])()).map((file) => file.uri);
  const layouts = await layoutsAmong(uris, context);
  if (layouts.length === 0) throw new Refusal(`no OCI layout in ${JSON.stringify(path)}`);
  return layouts;
}

async function layoutsAmong(uris: readonly string[], { contents }: ToolContext): Promise<readonly Layout[]> {
  const roots = new Set(
    uris.filter((uri) => ['oci-layout', 'index.json'].includes(nameOf(uri))).map((uri) => folderOf(uri)),
  );
  const found = await Promise.all(
    [...roots].sort().map(async (root) => ((await isLayout(contents.files, root)) ? [{ root }] : [])),
  );
  return found.flat();
}

/** Reads a file as a document with its effective settings. */
export async function fileAt(
  uri: string,
  { contents, settings: given, signal }: ToolContext,
  kind?: Kind,
): Promise<FileDocument | undefined> {
  const settings = await given.settingsOf(uri);
  const effective = kind === undefined ? settings : { ...settings, associated: kind };
  return readFileDocument(uri, effective, contents, signal);
}

/** A document, or a blob that is not one. */
export type Image = { readonly document: OciDocument } | { readonly document?: undefined; readonly blob: Content };

/** Resolves a path, or a digest or tag in the layout at that path. */
export async function imageAt(path: string, reference: string | undefined, context: ToolContext): Promise<Image> {
  const found = await context.at(path);
  const isFolder = found.type === 'folder';
  if (!isFolder && reference !== undefined) throw new Refusal(`${JSON.stringify(path)} is not a layout folder`);
  const uri = isFolder ? await uriIn(found.uri, path, reference, context) : found.uri;
  const read = await fileAt(uri, context);
  if (read?.document.kind !== undefined) return read;
  const blob = await fileContentOf(context.contents.files, uri);
  if (!isContent(blob)) throw new Refusal(`cannot read ${JSON.stringify(reference ?? path)}`);
  return { blob };
}

async function uriIn(root: string, path: string, reference: string | undefined, context: ToolContext): Promise<string> {
  if (!(await isLayout(context.contents.files, root))) throw new Refusal(`no OCI layout in ${JSON.stringify(path)}`);
  return reference === undefined ? below(root, 'index.json') : uriNamed(reference, { root }, context.contents);
}

/** Resolves a digest or tag in a layout. Throws a Refusal if it does not exist. */
export async function uriNamed(name: string, layout: Layout, contents: Contents): Promise<string> {
  const named = await blobNamed(name, layout, contents);
  if (named === undefined) throw new Refusal(`no digest or tag ${JSON.stringify(name)} in this layout`);
  return named.uri;
}
