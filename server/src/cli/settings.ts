import { dirname, relative, resolve, sep } from 'node:path';
import type { Expectation } from '../config/expectations.ts';
import { createNearest, foundNow, maxSettingsSize } from '../config/find.ts';
import { configIn, type FoundConfig, readFoundConfig } from '../config/found.ts';
import { emptyConfig } from '../config/lint-config.ts';
import { type PathLevels, type PathRules, pathRulesOf } from '../config/path-rules.ts';
import type { Kind } from '../oci/kind.ts';
import type { OwnTypes } from '../oci/own-types.ts';
import { defaultRuleSettings, type RuleSettings } from '../rules/support/settings.ts';
import { CliError } from './cli-error.ts';
import type { Options } from './options.ts';
import { shownPath, toPosix } from './paths.ts';
import { diskPaths, readIfThere, readNamed, refuseFaults } from './read-settings.ts';

/** The effective settings of a file. */
export interface FileSettings {
  readonly rules: RuleSettings;
  /** The kind associated by the configuration. */
  readonly associated?: Kind;
  /** Custom types from the configuration. */
  readonly ownTypes?: OwnTypes;
  /** Whether to check documents in strings of Go tests. */
  readonly hasGoStrings: boolean;
  /** Whether the configuration ignores it. */
  readonly isIgnored: boolean;
  /** Path of its configuration file. */
  readonly configPath?: string;
  /** Expected findings from the configuration. */
  readonly expected: readonly Expectation[];
}

/** The settings of a file or folder by absolute path. Throws a CliError if its configuration cannot be read. */
export type SettingsOf = (path: string) => FileSettings;

/** Looks up settings, once per folder. */
export function settingsFor(options: Options, cwd: string, tops: readonly string[] = []): SettingsOf {
  const { config } = options;
  const named = config === undefined ? undefined : settingsOfFound(namedConfig(resolve(cwd, config)), options, cwd);
  const configs = createNearest(
    (folder) => configIn(folder, diskPaths),
    diskPaths,
    (folder) => tops.includes(folder),
  );
  const unset = settingsOfConfig({ config: emptyConfig, paths: pathRulesOf(emptyConfig), folder: cwd }, options);
  const known = new Map<FoundConfig, FolderSettings | CliError>();
  const of = (found: FoundConfig): FolderSettings => {
    const settings = known.get(found) ?? unlessBroken(() => settingsOfFound(found, options, cwd));
    known.set(found, settings);
    if (settings instanceof CliError) throw settings;
    return settings;
  };
  // Files are looked up folder by folder.
  let last: { readonly folder: string; readonly found: FoundConfig | undefined } | undefined;
  return (path) => {
    if (named !== undefined) return fileSettingsOf(path, named);
    if (last === undefined || !isIn(path, last.folder)) {
      const folder = dirname(path);
      last = { folder, found: foundNow(configs.near(folder), readIfThere) };
    }
    return fileSettingsOf(path, last.found === undefined ? unset : of(last.found));
  };
}

/** Whether a folder is the direct parent of an absolute path. */
function isIn(path: string, folder: string): boolean {
  return path.lastIndexOf(sep) === folder.length && path.startsWith(folder);
}

interface FolderSettings {
  /** Cached settings for all files, if the configuration does not depend on the path. */
  ofAll?: FileSettings;
  /** Returns the identical object for equal levels, because rule plans are cached by it. */
  readonly rulesOf: (levels: PathLevels) => RuleSettings;
  readonly hasGoStrings: boolean;
  readonly ownTypes?: OwnTypes;
  readonly paths: PathRules;
  readonly base: string;
  readonly configPath?: string;
}

function unlessBroken(read: () => FolderSettings): FolderSettings | CliError {
  try {
    return read();
  } catch (error) {
    if (error instanceof CliError) return error;
    throw error;
  }
}

function fileSettingsOf(path: string, settings: FolderSettings): FileSettings {
  if (!settings.paths.isSameForAll) return madeFor(path, settings);
  settings.ofAll ??= madeFor(path, settings);
  return settings.ofAll;
}

function madeFor(path: string, settings: FolderSettings): FileSettings {
  const { rulesOf, hasGoStrings, ownTypes, paths, base, configPath } = settings;
  const below = toPosix(relative(base, path));
  const associated = paths.kindOf(below);
  return {
    rules: rulesOf(paths.levelsOf(below)),
    expected: paths.expectedIn(below),
    hasGoStrings,
    isIgnored: paths.isIgnored(below),
    ...(ownTypes === undefined ? {} : { ownTypes }),
    ...(associated === undefined ? {} : { associated }),
    ...(configPath === undefined ? {} : { configPath }),
  };
}

function namedConfig(path: string): FoundConfig {
  return readFoundConfig({ path, folder: dirname(path) }, readNamed(path, maxSettingsSize));
}

function settingsOfFound(found: FoundConfig, options: Options, cwd: string): FolderSettings {
  const shown = shownPath(found.path, cwd);
  if (found.unreadable !== undefined) throw new CliError(`cannot read the configuration ${shown}: ${found.unreadable}`);
  refuseFaults(shown, found.faults);
  return { ...settingsOfConfig(found, options), configPath: found.path };
}

function settingsOfConfig(
  { config, paths, folder }: Pick<FoundConfig, 'config' | 'paths' | 'folder'>,
  options: Options,
): FolderSettings {
  const { ownTypes, goStrings } = config;
  const own = ownTypes === undefined ? {} : { ownTypes };
  return { rulesOf: rulesUnder(options), hasGoStrings: goStrings === true, ...own, paths, base: folder };
}

/** Command-line options take precedence over the configuration. */
function rulesUnder(options: Options): (levels: PathLevels) => RuleSettings {
  const known = new Map<PathLevels, RuleSettings>();
  return (levels) => {
    const rules = known.get(levels) ?? {
      profile: options.profile ?? levels.profile ?? defaultRuleSettings.profile,
      levels: new Map([...levels.levels, ...options.levels]),
    };
    known.set(levels, rules);
    return rules;
  };
}
