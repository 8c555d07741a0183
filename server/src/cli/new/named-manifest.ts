import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Files, readSmallFile } from '../../content/files.ts';
import { blobUriOf, isLayout, type Layout } from '../../content/layout/layout.ts';
import { maxDocumentSize } from '../../content/stores/contents.ts';
import { below } from '../../content/uris.ts';
import { asSubject, type ManifestFile, readManifestFile } from '../../create/listed-manifest.ts';
import type { ContentPart } from '../../create/parts.ts';
import { diskFilesNow } from '../../node/files-now.ts';
import { isWellFormed, type WellFormed } from '../../oci/descriptor.ts';
import { readDigest } from '../../oci/digest.ts';
import { type OciDocument, readDocumentBytes } from '../../oci/document.ts';
import { tagOf } from '../../oci/index-entry.ts';
import { stringAt } from '../../syntax/tree.ts';
import { isArchiveFile } from '../archive-head.ts';
import { CliError } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { NewContext } from './draft.ts';
import { isThere, namedContent } from './files.ts';
import { layoutInArchive } from './layout-in-archive.ts';

/** A manifest or index given on the command line. */
export interface NamedManifest extends ManifestFile {
  /** As written by the user. */
  readonly name: string;
}

/**
 * Finds a manifest or index by `FILE`, `LAYOUT` (with a single image), `LAYOUT:TAG`, `LAYOUT@DIGEST`, or, in the target
 * layout, `TAG` or `DIGEST`. Throws a CliError if there is none.
 */
export async function namedManifest(name: string, context: NewContext): Promise<NamedManifest> {
  const uri = await uriOf(name, context);
  const read = await readManifestFile(uri, context.contents);
  if (!('problem' in read)) return { name, ...read };
  const hint = read.problem === 'is not valid JSON' ? '. Run oci-lint on it for details.' : '';
  throw new CliError(`${name} ${read.problem}${hint}`);
}

/** The subject manifest of the new one. */
export async function subjectPart(context: NewContext): Promise<ContentPart | undefined> {
  const { subject } = context.options;
  return subject === undefined ? undefined : asSubject(await namedManifest(subject, context));
}

/** A document on disk; undefined if it does not exist. */
export function diskDocumentAt(uri: string): Promise<OciDocument | undefined> {
  return documentAt(uri, diskFilesNow);
}

async function documentAt(uri: string, files: Files): Promise<OciDocument | undefined> {
  const bytes = await readSmallFile(files, uri, maxDocumentSize);
  return bytes && readDocumentBytes(uri, bytes);
}

async function uriOf(name: string, context: NewContext): Promise<string> {
  const { cwd } = context.shell;
  const named = await layoutAt(name, context);
  if (named !== undefined) return entryOf(name, named, undefined, context);
  if (isThere(resolve(cwd, name))) return (await namedContent(name, context)).uri;
  const [, path = '', reference] =
    /^(.+?)[:@]((?:sha(?:256|512):[0-9a-f]+)|[A-Za-z0-9_][A-Za-z0-9._-]*)$/.exec(name) ?? [];
  const referred = path === '' ? undefined : await layoutAt(path, context);
  if (referred !== undefined) return entryOf(name, referred, reference, context);
  const { layout } = context.options;
  if (layout === undefined) throw new CliError(`cannot read ${name}: no such file`);
  return entryOf(name, { root: toUri(resolve(cwd, layout)) }, name, context);
}

/** The layout in a folder or an archive; undefined if there is none of them. */
async function layoutAt(name: string, { shell: { cwd }, archives }: NewContext): Promise<Layout | undefined> {
  const path = resolve(cwd, name);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return { root: toUri(path) };
  return isArchiveFile(path) ? layoutInArchive(name, toUri(realpathSync(path)), archives) : undefined;
}

/** The manifest with a tag in a layout; undefined if there is no such tag or layout. */
export async function taggedManifest(
  tag: string,
  layout: string,
  context: NewContext,
): Promise<NamedManifest | undefined> {
  const target: Layout = { root: toUri(resolve(context.shell.cwd, layout)) };
  if (!(await isLayout(diskFilesNow, target.root))) return undefined;
  const tagged = (await entriesIn(target, diskFilesNow)).filter((entry) => tagOf(entry) === tag);
  return tagged.length === 1 ? namedManifest(`${layout}:${tag}`, context) : undefined;
}

/** The blob of a tag or digest in a layout; without either, of the only entry. */
async function entryOf(
  name: string,
  layout: Layout,
  reference: string | undefined,
  { archives }: NewContext,
): Promise<string> {
  if (!(await isLayout(archives, layout.root))) throw new CliError(`${name} is neither a file nor an OCI layout`);
  const digest = readDigest(reference) ?? (await digestIn(name, layout, reference, archives));
  const uri = blobUriOf(layout, digest);
  if ((await archives.stat(uri))?.type === 'file') return uri;
  throw new CliError(`${name}: no such blob in the layout`);
}

async function digestIn(name: string, layout: Layout, tag: string | undefined, files: Files) {
  const entries = await entriesIn(layout, files);
  const fitting = tag === undefined ? entries : entries.filter((entry) => tagOf(entry) === tag);
  const [only, second] = fitting;
  if (only !== undefined && second === undefined) return only.value.digest;
  if (tag !== undefined) throw new CliError(`${name}: no such file, tag or digest in the layout`);
  const tags = entries.flatMap((entry) => tagOf(entry) ?? []).slice(0, 5);
  const shown = tags.length === 0 ? '' : ` (tags: ${tags.join(', ')})`;
  throw new CliError(`${name} has ${entries.length} entries${shown}. Use ${name}:TAG or ${name}@DIGEST.`);
}

async function entriesIn(layout: Layout, files: Files): Promise<readonly WellFormed[]> {
  return listedIn(await documentAt(below(layout.root, 'index.json'), files));
}

function listedIn(index: OciDocument | undefined): readonly WellFormed[] {
  return (index?.descriptors ?? []).filter(isWellFormed).filter(({ role }) => role === 'manifest');
}

/** A key for the entries with a tag in an index: it differs if the tag has moved. */
export function holdersOf(tag: string, index: OciDocument | undefined): string {
  return listedIn(index)
    .filter((entry) => tagOf(entry) === tag)
    .map(({ node }) => stringAt(node, 'digest'))
    .join(' ');
}
