import { join, sep } from 'node:path';
import { isBehindLink } from '../node/files.ts';
import { createLook } from '../node/look-through.ts';
import type { Kind } from '../oci/kind.ts';
import { isCandidate, isReadAnyway, tellsOurs } from './candidates.ts';
import { CliError } from './cli-error.ts';
import { type Search, sourceAt } from './search.ts';
import type { FileSettings } from './settings.ts';
import { maxSourceSize, readBytes, type Source } from './source.ts';
import type { FoundFiles } from './walk.ts';

/** Finds the documents among the files of a folder, in order. */
export type Finder = (found: FoundFiles) => AsyncIterable<Source>;

/**
 * Creates a finder for files that are documents judging by their bytes and names. With `isExplicit`, for files matched
 * by a glob, names do not matter and `--kind` applies. Most files are not documents: for them the cost is one
 * synchronous read.
 */
export function createFinder(search: Search, isExplicit = false): Finder {
  const look = createLook(maxSourceSize);

  function candidateAt(folder: string, name: string): Candidate | undefined {
    // Names from a directory listing need no normalization.
    const path = folder.endsWith(sep) ? folder + name : folder + sep + name;
    const settings = search.settingsOf(path);
    if (settings.isIgnored) return undefined;
    const kind = isExplicit ? search.kind : undefined;
    const isOurs = kind !== undefined || isReadAnyway(path, settings, name);
    if (!isOurs && !isExplicit && !isCandidate(path, name)) return undefined;
    const seen = isOurs ? 'unclear' : look(path, tellsOurs(name));
    if (seen === 'no') return undefined;
    const bytes = seen === 'unclear' ? readBytes(path, search.cwd) : seen;
    return bytes && { path, bytes, settings, kind };
  }

  return async function* ({ folder, names }) {
    if (isBehindLink(join(folder, names[0] ?? ''))) return;
    for (const name of names) {
      const candidate = orProblem(() => candidateAt(folder, name), search);
      const source = candidate && (await sourceOf(candidate, search));
      if (source !== undefined) yield source;
    }
  };
}

/** A possible document. */
interface Candidate {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly settings: FileSettings;
  readonly kind: Kind | undefined;
}

async function sourceOf({ path, bytes, settings, kind }: Candidate, search: Search): Promise<Source | undefined> {
  const source = await sourceAt(path, bytes, settings, search, kind);
  return source.host === undefined && source.document.kind === undefined ? undefined : source;
}

/** An unreadable file must not prevent the others from being checked. */
function orProblem<T>(work: () => T, { onProblem }: Search): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    onProblem(error);
    return undefined;
  }
}
