import { manifestBlobs } from '../../create/manifest-blobs.ts';
import type { Blob } from '../../create/small-blob.ts';
import { CliError } from '../cli-error.ts';
import type { Workshop } from './draft.ts';
import type { NamedManifest } from './named-manifest.ts';

/** A manifest or index with all that it refers to. Throws a CliError where something is not there. */
export async function collectedBlobs(
  { name, uri, part }: NamedManifest,
  { contents }: Workshop,
): Promise<readonly Blob[]> {
  const found = await manifestBlobs(uri, part, contents);
  if ('blobs' in found) return found.blobs;
  if (found.missing === undefined) throw new CliError(`cannot read ${name}`);
  throw new CliError(`${name} refers to ${found.missing}, which is missing`);
}
