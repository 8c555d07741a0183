import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContents } from '../../content/stores/contents.ts';
import { startNodeHash } from '../../node/hashing.ts';
import { describeFile } from '../../tools/describe.ts';
import { uriNamed } from '../../tools/documents.ts';
import { Refusal } from '../../tools/input.ts';
import { CliError } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { Roots } from './roots.ts';

/** Describes a path, or a digest or tag in the layout at that path. */
export async function describe(path: string, name: string | undefined, roots: Roots): Promise<string> {
  const contents = createContents(roots.files, startNodeHash);
  const given = toUri(roots.existing(path));
  const shown = (one: string): string => relative(roots.first(), fileURLToPath(one));
  try {
    const uri = name === undefined ? given : await uriNamed(name, { root: given }, contents);
    return await describeFile(uri, name ?? path, contents, shown);
  } catch (error) {
    throw error instanceof Refusal ? new CliError(error.message) : error;
  }
}
