import type { Kind } from '../oci/kind.ts';
import type { OwnTypes } from '../oci/own-types.ts';
import type { ProfileName } from '../rules/rule.ts';
import type { RuleLevel } from '../rules/support/settings.ts';
import type { FileExpectation } from './expectations.ts';

/** The name under which the file is looked for, from a document's folder upwards. */
export const configFileName = 'oci-lint.config.json';

/** What `oci-lint.config.json` says, the same for the editor and the command line. Globs are relative to its folder. */
export interface LintConfig {
  readonly profile?: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** In the order written; where several fit, the first counts. */
  readonly associations: readonly Association[];
  /** Files and folders that are passed over, unless they are named on the command line. */
  readonly ignores: readonly string[];
  /** Whether documents in raw strings of Go tests are checked. */
  readonly goStrings?: boolean;
  /** Types that are known here and nowhere else. */
  readonly ownTypes?: OwnTypes;
  /** Findings that fixtures are made for. */
  readonly expect: readonly FileExpectation[];
  /** Other profiles and levels for some files; of several that fit, the later count more. */
  readonly overrides: readonly Override[];
}

/** What counts for the files that fit one of the globs. */
export interface Override {
  readonly files: readonly string[];
  readonly profile?: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
}

/** Which files are of a kind, whatever else speaks for another. */
export interface Association {
  readonly glob: string;
  readonly kind: Kind;
}

export const emptyConfig: LintConfig = { levels: new Map(), associations: [], ignores: [], expect: [], overrides: [] };
