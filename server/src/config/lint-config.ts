import type { Kind } from '../oci/kind.ts';
import type { OwnTypes } from '../oci/own-types.ts';
import type { ProfileName } from '../rules/rule.ts';
import type { RuleLevel } from '../rules/support/settings.ts';
import type { FileExpectation } from './expectations.ts';

/** File name of the configuration, searched from a document's folder upward. */
export const configFileName = 'oci-lint.config.json';

/** The contents of `oci-lint.config.json`, shared by editor and command line. Globs are relative to its folder. */
export interface LintConfig {
  readonly profile?: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** In source order; the first match wins. */
  readonly associations: readonly Association[];
  /** Files and folders to skip, unless named on the command line. */
  readonly ignores: readonly string[];
  /** Whether to check documents in raw strings of Go tests. */
  readonly goStrings?: boolean;
  /** Custom media types and artifact types. */
  readonly ownTypes?: OwnTypes;
  /** Findings that fixtures contain on purpose. */
  readonly expect: readonly FileExpectation[];
  /** Profiles and levels for some files. Later overrides take precedence. */
  readonly overrides: readonly Override[];
}

/** Settings for the files that match one of the globs. */
export interface Override {
  readonly files: readonly string[];
  readonly profile?: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
}

/** Files with a fixed kind, which takes precedence over detection. */
export interface Association {
  readonly glob: string;
  readonly kind: Kind;
}

export const emptyConfig: LintConfig = { levels: new Map(), associations: [], ignores: [], expect: [], overrides: [] };
