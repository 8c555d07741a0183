import { resolve } from 'node:path';
import { ruleMetas } from '../rules/rule-metas.ts';
import { isOn } from '../rules/support/settings.ts';
import { inertJson } from './formats/printable.ts';
import type { Options } from './options.ts';
import { shownPath } from './paths.ts';
import { settingsFor } from './settings.ts';

/** The effective configuration of a file as JSON, including command-line options. Throws a CliError. */
export function printedConfig(file: string, options: Options, cwd: string): string {
  const path = resolve(cwd, file);
  const { rules, associated, isIgnored, configPath, expected, ownTypes } = settingsFor(options, cwd)(path);
  const levels = ruleMetas.map((meta) => {
    return [meta.id, isOn(meta, rules) ? (rules.levels.get(meta.id) ?? meta.severity) : 'off'] as const;
  });
  const config = {
    path: shownPath(path, cwd),
    config: configPath === undefined ? null : shownPath(configPath, cwd),
    profile: rules.profile,
    kind: options.kind ?? associated ?? null,
    ignored: isIgnored,
    expect: expected,
    ...(ownTypes === undefined
      ? {}
      : { mediaTypes: [...ownTypes.mediaTypes.keys()], artifactTypes: [...ownTypes.profiles.keys()] }),
    rules: Object.fromEntries(levels),
  };
  return `${inertJson(config, 2)}\n`;
}
