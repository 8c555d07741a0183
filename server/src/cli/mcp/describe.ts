import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSmallFile } from '../../content/files.ts';
import { blobUriOf, type Layout } from '../../content/layout/layout.ts';
import { type Contents, createContents, maxDocumentSize } from '../../content/stores/contents.ts';
import { below } from '../../content/uris.ts';
import { startNodeHash } from '../../node/hashing.ts';
import { readDigest } from '../../oci/digest.ts';
import { readDocumentBytes } from '../../oci/document.ts';
import { tagOf } from '../../oci/index-entry.ts';
import { describeFile } from '../../tools/describe.ts';
import { Refusal } from '../../tools/input.ts';
import { CliError } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { Roots } from './roots.ts';

/** What a path, or a digest or tag in the layout there, is. */
export async function describe(path: string, name: string | undefined, roots: Roots): Promise<string> {
  const contents = createContents(roots.files, startNodeHash);
  const given = toUri(roots.existing(path));
  const uri = name === undefined ? given : await uriNamed(name, { root: given }, contents);
  const shown = (one: string): string => relative(roots.first(), fileURLToPath(one));
  return describeFile(uri, name ?? path, contents, shown).catch((error) => {
    throw error instanceof Refusal ? new CliError(error.message) : error;
  });
}

/** The blob that a digest or a tag means in a layout. */
async function uriNamed(name: string, layout: Layout, { files }: Contents): Promise<string> {
  const digest = readDigest(name);
  if (digest !== undefined) return blobUriOf(layout, digest);
  const at = below(layout.root, 'index.json');
  const bytes = await readSmallFile(files, at, maxDocumentSize);
  const index = bytes && readDocumentBytes(at, bytes, { path: 'index' });
  const entry = index?.descriptors.find((one) => tagOf(one) === name);
  if (entry?.value === undefined) throw new CliError(`no digest or tag ${JSON.stringify(name)} in this layout`);
  return blobUriOf(layout, entry.value.digest);
}
