import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Side } from '../content/difference/comparison.ts';
import type { Layout } from '../content/layout/layout.ts';
import { blobNamed, indexOfLayout } from '../content/layout/named-blob.ts';
import { type Content, isContent } from '../content/stores/content-store.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { documentAt } from '../content/stores/document-at.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { diskFilesNow } from '../node/files-now.ts';
import { startNodeHash } from '../node/hashing.ts';
import type { OciDocument } from '../oci/document.ts';
import { CliError } from './cli-error.ts';
import { imageInput, NotOurs } from './image-input.ts';
import type { Shell } from './shell.ts';
import { toUri } from './source.ts';

/** An argument of `diff`: a document, or a blob that is not one. */
export type DiffSide =
  | (Side & { readonly blob?: undefined })
  /** `why`: why it is not a document. */
  | { readonly blob: Content; readonly contents: Contents; readonly why: string };

/** `PATH`, `LAYOUT:TAG` or `LAYOUT@DIGEST`. Throws a CliError. */
export async function diffSide(name: string, shell: Shell): Promise<DiffSide> {
  const { path, reference } = splitReference(name, shell);
  try {
    const { contents, layouts, document } = await imageInput(path, shell);
    if (document !== undefined) return { document, contents };
    const [layout, ...others] = layouts;
    if (layout === undefined || others.length > 0)
      throw new CliError(`${name} has ${layouts.length} layouts. Name one of them.`);
    return { document: await documentIn(layout, reference, name, contents), contents };
  } catch (error) {
    if (!(error instanceof NotOurs) || reference !== undefined || name === '-') throw error;
    const files = shell.files ?? diskFilesNow;
    const contents = createContents(files, startNodeHash);
    const blob = await fileContentOf(files, toUri(realpathSync(resolve(shell.cwd, path))));
    if (!isContent(blob)) throw error;
    return { blob, contents, why: error.message };
  }
}

/** An existing path takes precedence. */
function splitReference(name: string, { cwd }: Shell): { readonly path: string; readonly reference?: string } {
  const isThere = (path: string): boolean => isFileOrFolder(resolve(cwd, path));
  if (name === '-' || name.includes('\0') || isThere(name)) return { path: name };
  // Tags in `docker save` archives contain colons.
  for (const { index } of name.matchAll(/[:@]/g)) {
    const [path, reference] = [name.slice(0, index), name.slice(index + 1)];
    if (path !== '' && reference !== '' && isThere(path)) return { path, reference };
  }
  return { path: name };
}

function isFileOrFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

async function documentIn(
  layout: Layout,
  reference: string | undefined,
  name: string,
  contents: Contents,
): Promise<OciDocument> {
  const index = await indexOfLayout(layout, contents);
  if (index?.kind === undefined) throw new CliError(`cannot read index.json of ${name}`);
  if (reference === undefined) return index;
  const named = await blobNamed(reference, layout, contents);
  const found = named && (await documentAt(named.uri, named.mediaType, contents));
  if (found?.kind === undefined) throw new CliError(`${name}: the layout has no such tag or digest`);
  return found;
}
