import type { Kind } from '../oci/kind.ts';
import { type Glob, globOf } from './glob.ts';
import type { LintConfig } from './lint-config.ts';

/** What a configuration says of files by their paths, relative to its folder. */
export interface PathRules {
  /** The kind that the configuration gives to a file. */
  kindOf(path: string): Kind | undefined;
  /** Whether the file, or a folder that it lies in, is passed over. */
  isIgnored(path: string): boolean;
}

/** Compiles the globs of a configuration. */
export function pathRulesOf({ associations, ignores }: LintConfig): PathRules {
  const kinds = associations.map(({ glob, kind }) => ({ fits: globOf(glob), kind }));
  const passedOver = ignores.map(globOf).filter((glob): glob is Glob => glob !== undefined);
  return {
    kindOf: (path) => kinds.find(({ fits }) => fits?.(path))?.kind,
    isIgnored: (path) =>
      passedOver.length > 0 && prefixesOf(path).some((part) => passedOver.some((fits) => fits(part))),
  };
}

/** `a/b/c` → `a/b/c`, `a`, `a/b` */
function prefixesOf(path: string): readonly string[] {
  const prefixes = [path];
  for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) prefixes.push(path.slice(0, at));
  return prefixes;
}
