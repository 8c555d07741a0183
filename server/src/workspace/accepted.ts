import type { Expectation } from '../config/expectations.ts';
import { createNearest, foundIn } from '../config/find.ts';
import { baselineIn, expectationsBeside } from '../config/found.ts';
import type { Files } from '../content/files.ts';
import { outermost } from '../content/inside-uris.ts';
import { folderOf, uriPaths } from '../content/uris.ts';
import { type Accepted, nothingAccepted } from '../lint/lint-accepted.ts';
import { pathBelow } from './paths.ts';
import type { ProjectConfig } from './project-configs.ts';

/** Finds accepted findings of documents: expectations next to them or in the configuration, and baselines. */
export interface AcceptedFindings {
  /** Reads files. */
  of(uri: string, project: ProjectConfig | undefined): Promise<Accepted>;
  /** Call when a file with accepted findings has changed. */
  forget(): void;
}

export function createAcceptedFindings(files: Files): AcceptedFindings {
  const baselines = createNearest((folder) => baselineIn(folder, uriPaths), uriPaths);

  async function expectedBeside(uri: string): Promise<readonly Expectation[]> {
    return (await foundIn(expectationsBeside(uri, uriPaths), files))?.expectations ?? [];
  }

  async function look(uri: string, project: ProjectConfig | undefined): Promise<Accepted> {
    const [beside, baseline] = await Promise.all([
      expectedBeside(uri),
      foundIn(baselines.near(folderOf(outermost(uri))), files),
    ]);
    const expected = [...(project?.expectedIn(uri) ?? []), ...beside];
    // An unreadable baseline accepts nothing.
    const entries = baseline?.entries?.get(pathBelow(baseline.folder, uri) ?? '');
    return expected.length === 0 && entries === undefined ? nothingAccepted : { expected, known: entries ?? new Map() };
  }

  return {
    of: (uri, project) =>
      uri.includes('/') ? look(uri, project).catch(() => nothingAccepted) : Promise.resolve(nothingAccepted),
    forget: baselines.forget,
  };
}
