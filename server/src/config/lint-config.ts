import type { Kind } from '../oci/kind.ts';
import type { Profile } from '../rules/rule.ts';
import type { RuleLevel } from '../rules/settings.ts';

/** The name under which the file is looked for, from a document's folder upwards. */
export const configFileName = 'oci-lint.config.json';

/** What `oci-lint.config.json` says, the same for the editor and the command line. Globs are relative to its folder. */
export interface LintConfig {
  readonly profile?: Profile;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** In the order written; where several fit, the first counts. */
  readonly associations: readonly Association[];
  /** Files and folders that are passed over, unless they are named on the command line. */
  readonly ignores: readonly string[];
}

/** Which files are of a kind, whatever else speaks for another. */
export interface Association {
  readonly glob: string;
  readonly kind: Kind;
}

export const emptyConfig: LintConfig = { levels: new Map(), associations: [], ignores: [] };
