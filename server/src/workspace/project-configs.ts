import type { ConfigFault } from '../config/config-fault.ts';
import type { Expectation } from '../config/expectations.ts';
import { configFileName, type LintConfig } from '../config/lint-config.ts';
import { type PathLevels, pathRulesOf } from '../config/path-rules.ts';
import { readConfig } from '../config/read-config.ts';
import { type Files, readSmallFile } from '../content/files.ts';
import { below, folderOf } from '../content/uris.ts';
import type { Kind } from '../oci/kind.ts';
import { ruleMetaById } from '../rules/rule-metas.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import { pathBelow, pathOf } from './paths.ts';

/** The configuration file that counts for a document, as far as it could be read. */
export interface ProjectConfig {
  readonly uri: string;
  readonly config: LintConfig;
  kindOf(uri: string): Kind | undefined;
  isIgnored(uri: string): boolean;
  expectedIn(uri: string): readonly Expectation[];
  levelsOf(uri: string): PathLevels;
}

/** Finds the nearest `oci-lint.config.json` at or above a document, as the command line does. Looks once a folder. */
export interface ProjectConfigs {
  near(uri: string): Promise<ProjectConfig | undefined>;
  forget(): void;
}

/** Where they are looked for, and who is told what is wrong with them. */
export interface ConfigSource {
  readonly files: Files;
  warn(message: string): void;
}

const maxBytes = 1024 * 1024;

/** Nobody nests folders deeper; a URI may. */
const maxDepth = 100;

export function createProjectConfigs({ files, warn }: ConfigSource): ProjectConfigs {
  const byFolder = new Map<string, Promise<ProjectConfig | undefined>>();

  function inFolder(folder: string, depth: number): Promise<ProjectConfig | undefined> {
    let found = byFolder.get(folder);
    if (found === undefined) {
      found = lookIn(folder, depth);
      byFolder.set(folder, found);
    }
    return found;
  }

  async function lookIn(folder: string, depth: number): Promise<ProjectConfig | undefined> {
    const own = await readProjectConfig(files, folder, warn);
    const above = folderOf(folder);
    return own !== undefined || above === folder || depth === maxDepth ? own : inFolder(above, depth + 1);
  }

  return {
    near: async (uri) => (uri.includes('/') ? inFolder(folderOf(uri), 0) : undefined),
    forget: () => byFolder.clear(),
  };
}

/** A file that cannot be read, or is broken, counts as far as it goes, and people are told what is wrong with it. */
async function readProjectConfig(
  files: Files,
  folder: string,
  warn: (message: string) => void,
): Promise<ProjectConfig | undefined> {
  const uri = below(folder, configFileName);
  const bytes = await readSmallFile(files, uri, maxBytes).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const { text } = decodeDocument(bytes);
  const { config, faults } = readConfig(text, [...ruleMetaById.keys()]);
  if (faults.length > 0) warn(faultsText(uri, text, faults));
  const paths = pathRulesOf(config);
  return {
    uri,
    config,
    kindOf: (uri) => paths.kindOf(pathBelow(folder, uri) ?? ''),
    isIgnored: (uri) => paths.isIgnored(pathBelow(folder, uri) ?? ''),
    expectedIn: (uri) => paths.expectedIn(pathBelow(folder, uri) ?? ''),
    levelsOf: (uri) => paths.levelsOf(pathBelow(folder, uri) ?? ''),
  };
}

/** The first fault with its line, and how many more there are. */
function faultsText(uri: string, text: string, faults: readonly ConfigFault[]): string {
  const [{ span, message }] = faults as [ConfigFault];
  const line = lineIndexOf(text).positionAt(span.start).line + 1;
  const more = faults.length > 1 ? ` And ${faults.length - 1} more.` : '';
  return `${pathOf(uri)}, line ${line}: ${message}${more}`;
}
