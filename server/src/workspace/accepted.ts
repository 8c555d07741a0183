import { type Baseline, baselineFileName, readBaseline } from '../config/baseline.ts';
import { type Expectation, expectNameOf } from '../config/expectations.ts';
import { readExpectFile } from '../config/read-expect-file.ts';
import { type Files, readSmallFile } from '../content/files.ts';
import { outermost } from '../content/inside-uris.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import { type Accepted, nothingAccepted } from '../lint/lint-accepted.ts';
import { ruleMetaById } from '../rules/rule-metas.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import { pathBelow } from './paths.ts';
import type { ProjectConfig } from './project-configs.ts';

/** Finds what is said about the findings of documents: expectations beside them and in the configuration, and baselines. */
export interface AcceptedFindings {
  /** The same object as long as no file has changed. */
  of(uri: string, project: ProjectConfig | undefined): Promise<Accepted>;
  forget(): void;
}

/** In bytes. */
const maxBytes = 4 * 1024 * 1024;

/** Nobody nests folders deeper; a URI may. */
const maxDepth = 100;

interface FoundBaseline {
  readonly folder: string;
  readonly entries: Baseline;
}

export function createAcceptedFindings(files: Files): AcceptedFindings {
  const known = new Map<
    string,
    { readonly project: ProjectConfig | undefined; readonly accepted: Promise<Accepted> }
  >();
  const baselines = new Map<string, Promise<FoundBaseline | undefined>>();

  const textOf = async (uri: string): Promise<string | undefined> => {
    const bytes = await readSmallFile(files, uri, maxBytes).catch(() => undefined);
    return bytes && decodeDocument(bytes).text;
  };

  function baselineNear(folder: string, depth = 0): Promise<FoundBaseline | undefined> {
    const found = baselines.get(folder) ?? lookIn(folder, depth);
    baselines.set(folder, found);
    return found;
  }

  async function lookIn(folder: string, depth: number): Promise<FoundBaseline | undefined> {
    const above = folderOf(folder);
    // All folders at once: mostly none has one.
    const farther = above === folder || depth === maxDepth ? undefined : baselineNear(above, depth + 1);
    const text = await textOf(below(folder, baselineFileName));
    const entries = text === undefined ? undefined : readBaseline(text);
    return entries === undefined ? farther : { folder, entries };
  }

  async function expectedBeside(uri: string): Promise<readonly Expectation[]> {
    const text = await textOf(below(folderOf(uri), expectNameOf(nameOf(uri))));
    return text === undefined ? [] : readExpectFile(text, [...ruleMetaById.keys()]).expectations;
  }

  async function look(uri: string, project: ProjectConfig | undefined): Promise<Accepted> {
    const [beside, baseline] = await Promise.all([expectedBeside(uri), baselineNear(folderOf(outermost(uri)))]);
    const expected = [...(project?.expectedIn(uri) ?? []), ...beside];
    const entries = baseline?.entries.get(pathBelow(baseline.folder, uri) ?? '');
    return expected.length === 0 && entries === undefined ? nothingAccepted : { expected, known: entries ?? new Map() };
  }

  return {
    of(uri, project) {
      if (!uri.includes('/')) return Promise.resolve(nothingAccepted);
      const before = known.get(uri);
      if (before !== undefined && before.project === project) return before.accepted;
      const accepted = look(uri, project).catch(() => nothingAccepted);
      known.set(uri, { project, accepted });
      return accepted;
    },
    forget() {
      known.clear();
      baselines.clear();
    },
  };
}
