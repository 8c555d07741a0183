import { emptyConfig, type LintConfig } from '../config/lint-config.ts';
import { type PathRules, pathRulesOf } from '../config/path-rules.ts';
import { readConfig } from '../config/read-config.ts';
import { nameableKinds } from '../oci/kind.ts';
import { ruleIds } from '../rules/rule-metas.ts';
import { defaultRuleSettings, type RuleSettings } from '../rules/support/settings.ts';
import type { LintOptions, RuleOptions } from './public.d.ts';

/** Validated options. */
export interface ReadOptions {
  readonly config: LintConfig;
  readonly paths: PathRules;
  /** Returns the identical object for paths with the same rules. */
  rulesOf(path: string): RuleSettings;
}

/** Reads options like the configuration file. Throws a TypeError for the first invalid one. */
export function readOptions({ profile, rules, config: written }: RuleOptions): ReadOptions {
  const config = written === undefined ? emptyConfig : configOf(written, 'config');
  const over = configOf({ ...(profile === undefined ? {} : { extends: profile }), ...(rules && { rules }) }, 'options');
  const paths = pathRulesOf(config);
  const known = new Map<ReturnType<typeof paths.levelsOf>, RuleSettings>();
  return {
    config,
    paths,
    rulesOf(path) {
      const levels = paths.levelsOf(path);
      const made = known.get(levels) ?? {
        profile: over.profile ?? levels.profile ?? defaultRuleSettings.profile,
        levels: new Map([...levels.levels, ...over.levels]),
      };
      known.set(levels, made);
      return made;
    },
  };
}

/** Throws a TypeError if the kind cannot be chosen by callers. */
export function assertKind(kind: LintOptions['kind']): void {
  if (kind === undefined || nameableKinds.some((known) => known === kind)) return;
  throw new TypeError(`invalid kind ${JSON.stringify(kind)} (expected ${nameableKinds.join(', ')})`);
}

function configOf(value: object, name: string): LintConfig {
  const { config, faults } = readConfig(JSON.stringify(value), ruleIds);
  const fault = faults[0];
  if (fault !== undefined) throw new TypeError(`${name}: ${fault.message}`);
  return config;
}
