import type { ArchiveFiles } from '../../content/archive/archive-files.ts';
import type { TarIndex } from '../../content/archive/tar-index.ts';
import { unpackBudget } from '../../content/archive/uncompressed.ts';
import { archiveLayouts } from '../../content/layout/archive-layouts.ts';
import type { Layout } from '../../content/layout/layout.ts';
import { CliError, reasonOf } from '../cli-error.ts';
import { maxDecompressed } from '../image-input.ts';

/** The only layout in an archive. Throws a CliError. */
export async function layoutInArchive(name: string, uri: string, archives: ArchiveFiles): Promise<Layout> {
  const [only, ...others] = await archiveLayouts(await mounted(name, uri, archives), uri, archives);
  if (only === undefined) throw new CliError(`no OCI layout in the archive ${name}`);
  if (others.length > 0) throw new CliError(`${name} has ${others.length + 1} layouts. Extract one of them.`);
  return only;
}

async function mounted(name: string, uri: string, archives: ArchiveFiles): Promise<TarIndex> {
  try {
    return await archives.mount(uri, { budget: unpackBudget(maxDecompressed) });
  } catch (error) {
    throw new CliError(`cannot read the archive ${name}: ${reasonOf(error)}`);
  }
}
