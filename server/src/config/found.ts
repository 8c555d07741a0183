import { ruleIds } from '../rules/rule-metas.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import { type Baseline, baselineFileName, readBaseline } from './baseline.ts';
import type { ConfigFault } from './config-fault.ts';
import { type Expectation, expectNameOf } from './expectations.ts';
import { maxSettingsSize, type PathOperations, type Reading, type Search } from './find.ts';
import { configFileName, emptyConfig, type LintConfig } from './lint-config.ts';
import { type PathRules, pathRulesOf } from './path-rules.ts';
import { readConfig } from './read-config.ts';
import { readExpectFile } from './read-expect-file.ts';

/** Larger, because baselines are generated and grow with the number of findings. Bytes. */
export const maxBaselineSize = 64 * 1024 * 1024;

/** A configuration file that was found. The caller decides how to report faults in it. */
interface FoundFile {
  /** URI or path, as searched. */
  readonly path: string;
  readonly folder: string;
  /** Why it could not be read, phrased as the end of a sentence. */
  readonly unreadable?: string;
}

/** A fault in a configuration file. */
export interface LineFault {
  /** One-based. */
  readonly line: number;
  readonly message: string;
}

/** The effective configuration file, as far as it could be read. */
export interface FoundConfig extends FoundFile {
  readonly config: LintConfig;
  /** Path-specific settings. Paths are relative to the file's folder. */
  readonly paths: PathRules;
  readonly faults: readonly LineFault[];
}

/** The effective baseline. `entries`: undefined if it is invalid. */
export interface FoundBaseline extends FoundFile {
  readonly entries: Baseline | undefined;
}

/** Expected findings from the file next to a document. */
export interface FoundExpectations extends FoundFile {
  readonly expectations: readonly Expectation[];
  readonly faults: readonly LineFault[];
}

/** Looks for a configuration file in this folder only. */
export function* configIn(folder: string, { below }: PathOperations): Search<FoundConfig | undefined> {
  const path = below(folder, configFileName);
  const reading = yield { path, maxSize: maxSettingsSize };
  return reading && readFoundConfig({ path, folder }, reading);
}

/** Looks for a baseline in this folder only. */
export function* baselineIn(folder: string, { below }: PathOperations): Search<FoundBaseline | undefined> {
  const path = below(folder, baselineFileName);
  const reading = yield { path, maxSize: maxBaselineSize };
  return reading && readFoundBaseline({ path, folder }, reading);
}

/** Looks for the expectations file next to a document. */
export function* expectationsBeside(
  document: string,
  { folderOf, nameOf, below }: PathOperations,
): Search<FoundExpectations | undefined> {
  const folder = folderOf(document);
  const path = below(folder, expectNameOf(nameOf(document)));
  const reading = yield { path, maxSize: maxSettingsSize };
  if (reading === undefined) return undefined;
  if ('unreadable' in reading) return { path, folder, ...reading, expectations: [], faults: [] };
  const { expectations, faults } = readExpectFile(reading.text, ruleIds);
  return { path, folder, expectations, faults: placed(faults, reading.text) };
}

/** Parses a configuration file. */
export function readFoundConfig(file: FoundFile, reading: NonNullable<Reading>): FoundConfig {
  if ('unreadable' in reading)
    return { ...file, ...reading, config: emptyConfig, paths: pathRulesOf(emptyConfig), faults: [] };
  const { config, faults } = readConfig(reading.text, ruleIds);
  return { ...file, config, paths: pathRulesOf(config), faults: placed(faults, reading.text) };
}

/** Parses a baseline. */
export function readFoundBaseline(file: FoundFile, reading: NonNullable<Reading>): FoundBaseline {
  if ('unreadable' in reading) return { ...file, ...reading, entries: undefined };
  return { ...file, entries: readBaseline(reading.text) };
}

function placed(faults: readonly ConfigFault[], text: string): readonly LineFault[] {
  const lines = lineIndexOf(text);
  return faults.map(({ span, message }) => ({ line: lines.positionAt(span.start).line + 1, message }));
}
