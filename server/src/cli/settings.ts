import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Expectation } from '../config/expectations.ts';
import { configFileName, emptyConfig, type LintConfig } from '../config/lint-config.ts';
import { type PathLevels, type PathRules, pathRulesOf } from '../config/path-rules.ts';
import { readConfig } from '../config/read-config.ts';
import type { Kind } from '../oci/kind.ts';
import type { OwnTypes } from '../oci/own-types.ts';
import { ruleMetaById } from '../rules/rule-metas.ts';
import { defaultRuleSettings, type RuleSettings } from '../rules/support/settings.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import { CliError, reasonOf } from './cli-error.ts';
import type { Options } from './options.ts';
import { readPlain, shownPath, toPosix } from './paths.ts';

/** What arguments and configuration say of one file. */
export interface FileSettings {
  readonly rules: RuleSettings;
  /** The kind that the configuration gives to it. */
  readonly associated?: Kind;
  /** The types that the configuration makes known. */
  readonly ownTypes?: OwnTypes;
  /** Documents in the strings of Go tests are checked. */
  readonly hasGoStrings: boolean;
  /** The configuration passes it over. */
  readonly isIgnored: boolean;
  /** The configuration file that counts for it. */
  readonly configPath?: string;
  /** The findings that the configuration expects in it. */
  readonly expected: readonly Expectation[];
}

/** The settings of a file or folder, by absolute path. Throws a CliError where its configuration cannot be read. */
export type SettingsOf = (path: string) => FileSettings;

/** Looks settings up, once a folder. */
export function settingsFor(options: Options, cwd: string, tops: readonly string[] = []): SettingsOf {
  const named = options.config === undefined ? undefined : loadConfig(resolve(cwd, options.config), options, cwd);
  const byFolder = new Map<string, FolderSettings | CliError>();
  const of = (folder: string): FolderSettings => {
    let found = byFolder.get(folder);
    if (found === undefined) {
      found = unlessBroken(() => ownSettingsOf(folder, options, cwd) ?? inherited(folder, of, options, tops));
      byFolder.set(folder, found);
    }
    if (found instanceof CliError) throw found;
    return found;
  };
  return (path) => fileSettingsOf(path, named ?? of(dirname(path)));
}

interface FolderSettings {
  /** Those of every file, where the configuration says nothing of single ones; kept when they are first asked for. */
  ofAll?: FileSettings;
  /** The same object for the same levels: rules are planned once for each. */
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

function ownSettingsOf(folder: string, options: Options, cwd: string): FolderSettings | undefined {
  const path = join(folder, configFileName);
  return existsSync(path) ? loadConfig(path, options, cwd) : undefined;
}

function inherited(
  folder: string,
  of: (folder: string) => FolderSettings,
  options: Options,
  tops: readonly string[],
): FolderSettings {
  const above = dirname(folder);
  if (above !== folder && !tops.includes(folder)) return of(above);
  return settingsOfConfig(emptyConfig, options, folder);
}

function loadConfig(configPath: string, options: Options, cwd: string): FolderSettings {
  const shown = shownPath(configPath, cwd);
  const text = readText(configPath, shown);
  const { config, faults } = readConfig(text, [...ruleMetaById.keys()]);
  const fault = faults[0];
  if (fault !== undefined) {
    const { line } = lineIndexOf(text).positionAt(fault.span.start);
    throw new CliError(`${shown}:${line + 1}: ${fault.message}`);
  }
  return { ...settingsOfConfig(config, options, dirname(configPath)), configPath };
}

function readText(path: string, shown: string): string {
  try {
    return readPlain(path).replace(/^\ufeff/, '');
  } catch (error) {
    throw new CliError(`cannot read the configuration ${shown}: ${reasonOf(error)}`);
  }
}

function settingsOfConfig(config: LintConfig, options: Options, base: string): FolderSettings {
  const { ownTypes, goStrings } = config;
  const own = ownTypes === undefined ? {} : { ownTypes };
  return { rulesOf: rulesUnder(options), hasGoStrings: goStrings === true, ...own, paths: pathRulesOf(config), base };
}

/** The arguments win over the configuration. */
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
