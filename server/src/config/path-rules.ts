import type { Kind } from '../oci/kind.ts';
import type { ProfileName } from '../rules/rule.ts';
import type { RuleLevel } from '../rules/support/settings.ts';
import type { Expectation } from './expectations.ts';
import { type Glob, globOf } from './glob.ts';
import type { LintConfig } from './lint-config.ts';

/** Path-specific settings of a configuration. Paths are relative to its folder. */
export interface PathRules {
  /** True if the settings do not depend on the path. */
  readonly isSameForAll: boolean;
  /** The kind associated with a file. */
  kindOf(path: string): Kind | undefined;
  /** Whether the file or one of its parent folders is ignored. */
  isIgnored(path: string): boolean;
  /** The findings expected in a file. */
  expectedIn(path: string): readonly Expectation[];
  /** The rule settings for a file. The identical object for files with the same overrides. */
  levelsOf(path: string): PathLevels;
}

export interface PathLevels {
  readonly profile?: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
}

/** Compiles the globs of a configuration. */
export function pathRulesOf({ associations, ignores, expect, overrides, profile, levels }: LintConfig): PathRules {
  const kinds = associations.map(({ glob, kind }) => ({ fits: globOf(glob), kind }));
  const passedOver = ignores.map(globOf).filter((glob): glob is Glob => glob !== undefined);
  const expected = expect.map(({ file, rule, pointer }) => ({ fits: globOf(file), one: { rule, pointer } }));
  const others = overrides.map((override) => ({ fits: override.files.map(globOf), override }));
  const known = new Map<string, PathLevels>();
  const plain = profile === undefined ? { levels } : { levels, profile };
  return {
    isSameForAll: [kinds, passedOver, expected, others].every(({ length }) => length === 0),
    expectedIn: (path) => expected.flatMap(({ fits, one }) => (fits?.(path) ? one : [])),
    levelsOf(path) {
      if (others.length === 0) return plain;
      const fitting = others.filter(({ fits }) => fits.some((fit) => fit?.(path)));
      const key = fitting.map((one) => others.indexOf(one)).join();
      const merged =
        known.get(key) ?? fitting.reduce((under, { override }) => over(under, override), plain as PathLevels);
      known.set(key, merged);
      return merged;
    },
    kindOf: (path) => kinds.find(({ fits }) => fits?.(path))?.kind,
    isIgnored: (path) =>
      passedOver.length > 0 && prefixesOf(path).some((part) => passedOver.some((fits) => fits(part))),
  };
}

function over(under: PathLevels, { profile, levels }: PathLevels): PathLevels {
  const named = profile ?? under.profile;
  return { levels: new Map([...under.levels, ...levels]), ...(named === undefined ? {} : { profile: named }) };
}

/** `a/b/c` → `a/b/c`, `a`, `a/b` */
function prefixesOf(path: string): readonly string[] {
  const prefixes = [path];
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) prefixes.push(path.slice(0, at));
  return prefixes;
}
