import { ruleIds } from '../rules/rule-metas.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import { type Baseline, baselineFileName, readBaseline } from './baseline.ts';
import type { ConfigFault } from './config-fault.ts';
import { type Expectation, expectNameOf } from './expectations.ts';
import { maxSettingsSize, type Places, type Reading, type Search } from './find.ts';
import { configFileName, emptyConfig, type LintConfig } from './lint-config.ts';
import { type PathRules, pathRulesOf } from './path-rules.ts';
import { readConfig } from './read-config.ts';
import { readExpectFile } from './read-expect-file.ts';

/** This program writes a baseline itself, as long as there are findings. In bytes. */
export const maxBaselineSize = 64 * 1024 * 1024;

/** A file of settings. What a fault in it means is up to whoever asked for it. */
interface FoundFile {
  /** A URI or path, as it was looked for. */
  readonly place: string;
  readonly folder: string;
  /** Why it could not be read, as the end of a sentence. */
  readonly unreadable?: string;
}

/** Something that is wrong in a file of settings. */
export interface PlacedFault {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** The configuration file that counts, as far as it could be read. */
export interface FoundConfig extends FoundFile {
  readonly config: LintConfig;
  /** What it says of files by their paths below its folder. */
  readonly paths: PathRules;
  readonly faults: readonly PlacedFault[];
}

/** The baseline that counts. `entries`: undefined where it is none. */
export interface FoundBaseline extends FoundFile {
  readonly entries: Baseline | undefined;
}

/** What is expected of a document by the file beside it. */
export interface FoundExpectations extends FoundFile {
  readonly expectations: readonly Expectation[];
  readonly faults: readonly PlacedFault[];
}

/** Looks for the configuration file of a folder, in that folder alone. */
export function* configIn(folder: string, { below }: Places): Search<FoundConfig | undefined> {
  const place = below(folder, configFileName);
  const reading = yield { place, most: maxSettingsSize };
  return reading && readFoundConfig({ place, folder }, reading);
}

/** Looks for the baseline of a folder, in that folder alone. */
export function* baselineIn(folder: string, { below }: Places): Search<FoundBaseline | undefined> {
  const place = below(folder, baselineFileName);
  const reading = yield { place, most: maxBaselineSize };
  return reading && readFoundBaseline({ place, folder }, reading);
}

/** Looks for the file of expectations beside a document. */
export function* expectationsBeside(
  document: string,
  { folderOf, nameOf, below }: Places,
): Search<FoundExpectations | undefined> {
  const folder = folderOf(document);
  const place = below(folder, expectNameOf(nameOf(document)));
  const reading = yield { place, most: maxSettingsSize };
  if (reading === undefined) return undefined;
  if ('unreadable' in reading) return { place, folder, ...reading, expectations: [], faults: [] };
  const { expectations, faults } = readExpectFile(reading.text, ruleIds);
  return { place, folder, expectations, faults: placed(faults, reading.text) };
}

/** What a configuration file says. */
export function readFoundConfig(file: FoundFile, reading: NonNullable<Reading>): FoundConfig {
  if ('unreadable' in reading)
    return { ...file, ...reading, config: emptyConfig, paths: pathRulesOf(emptyConfig), faults: [] };
  const { config, faults } = readConfig(reading.text, ruleIds);
  return { ...file, config, paths: pathRulesOf(config), faults: placed(faults, reading.text) };
}

/** What a baseline says. */
export function readFoundBaseline(file: FoundFile, reading: NonNullable<Reading>): FoundBaseline {
  if ('unreadable' in reading) return { ...file, ...reading, entries: undefined };
  return { ...file, entries: readBaseline(reading.text) };
}

function placed(faults: readonly ConfigFault[], text: string): readonly PlacedFault[] {
  const lines = lineIndexOf(text);
  return faults.map(({ span, message }) => ({ line: lines.positionAt(span.start).line + 1, message }));
}
