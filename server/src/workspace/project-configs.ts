import type { Expectation } from '../config/expectations.ts';
import { createNearest, foundIn } from '../config/find.ts';
import { configIn, type FoundConfig } from '../config/found.ts';
import type { LintConfig } from '../config/lint-config.ts';
import type { PathLevels } from '../config/path-rules.ts';
import type { Files } from '../content/files.ts';
import { folderOf, uriPaths } from '../content/uris.ts';
import type { Kind } from '../oci/kind.ts';
import { pathBelow, pathOf } from './paths.ts';

/** The effective configuration file of a document, as far as it could be read. */
export interface ProjectConfig {
  readonly uri: string;
  readonly config: LintConfig;
  kindOf(uri: string): Kind | undefined;
  isIgnored(uri: string): boolean;
  expectedIn(uri: string): readonly Expectation[];
  levelsOf(uri: string): PathLevels;
}

/**
 * Finds the nearest `oci-lint.config.json` in a document's folder or its parents, like the command line. Reads each
 * folder once.
 */
export interface ProjectConfigs {
  near(uri: string): Promise<ProjectConfig | undefined>;
  forget(): void;
}

/** Where to search, and how to report faults. */
export interface ConfigSource {
  readonly files: Files;
  warn(message: string): void;
}

export function createProjectConfigs({ files, warn }: ConfigSource): ProjectConfigs {
  const configs = createNearest((folder) => configIn(folder, uriPaths), uriPaths);
  const projects = new WeakMap<FoundConfig, ProjectConfig>();
  const byFolder = new Map<string, Promise<ProjectConfig | undefined>>();

  async function lookFrom(folder: string): Promise<ProjectConfig | undefined> {
    const found = await foundIn(configs.near(folder), files);
    if (found === undefined) return undefined;
    const project = projects.get(found) ?? withWarning(found);
    projects.set(found, project);
    return project;
  }

  /**
   * A single mistake must not disable the whole file while it is being edited: valid entries apply, and the user is
   * warned about the rest.
   */
  function withWarning(found: FoundConfig): ProjectConfig {
    const problem = problemOf(found);
    if (problem !== undefined) warn(problem);
    return projectOf(found);
  }

  return {
    async near(uri) {
      if (!uri.includes('/')) return undefined;
      const folder = folderOf(uri);
      const looking = byFolder.get(folder) ?? lookFrom(folder);
      byFolder.set(folder, looking);
      return looking;
    },
    forget() {
      byFolder.clear();
      configs.forget();
    },
  };
}

function projectOf({ path, folder, config, paths }: FoundConfig): ProjectConfig {
  return {
    uri: path,
    config,
    kindOf: (uri) => paths.kindOf(pathBelow(folder, uri) ?? ''),
    isIgnored: (uri) => paths.isIgnored(pathBelow(folder, uri) ?? ''),
    expectedIn: (uri) => paths.expectedIn(pathBelow(folder, uri) ?? ''),
    levelsOf: (uri) => paths.levelsOf(pathBelow(folder, uri) ?? ''),
  };
}

/** Why a file is ignored, or its first fault with line number and the number of further ones. */
function problemOf({ path, unreadable, faults }: FoundConfig): string | undefined {
  if (unreadable !== undefined) return `${pathOf(path)} cannot be read: ${unreadable}.`;
  const [fault, ...others] = faults;
  if (fault === undefined) return undefined;
  const more = others.length > 0 ? ` And ${others.length} more.` : '';
  return `${pathOf(path)}, line ${fault.line}: ${fault.message}${more}`;
}
