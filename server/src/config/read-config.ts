import { readDocument } from '../oci/document.ts';
import { nameableKinds } from '../oci/kind.ts';
import { type OwnTypes, ownTypesOf } from '../oci/own-types.ts';
import { type ProfileName, profileNames } from '../rules/rule.ts';
import { quoted } from '../rules/support/finding.ts';
import { type RuleLevel, ruleLevels } from '../rules/support/settings.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { ownEntry } from '../syntax/own-entry.ts';
import { itemsOf, type JsonMember, type JsonNode, membersOf, stringOf, valueOf, writtenOf } from '../syntax/tree.ts';
import { toValue } from '../syntax/value.ts';
import { type ConfigFault, faultAtName, faultAtValue, toFault } from './config-fault.ts';
import { didYouMean } from './did-you-mean.ts';
import { type FileExpectation, readExpectations } from './expectations.ts';
import { globOf } from './glob.ts';
import { type Association, configFileName, type LintConfig, type Override } from './lint-config.ts';
import { faultsOfArtifactTypes, faultsOfMediaTypes } from './read-own-types.ts';

/** A configuration as far as it could be read, and its faults in source order. */
export interface ConfigReading {
  readonly config: LintConfig;
  readonly faults: readonly ConfigFault[];
}

/** Parses `oci-lint.config.json`: JSON with comments. Never throws. */
export function readConfig(text: string, ruleIds: readonly string[]): ConfigReading {
  const document = readDocument(configFileName, text);
  const faults: ConfigFault[] = [];
  for (const finding of jsonSyntax.check(document)) {
    if (!/^\/[/*]/.test(text.slice(finding.span.start, finding.span.end))) faults.push(toFault(finding));
  }
  if (faults.length > 0 || document.root === undefined) return { config: emptyReading(), faults };
  const config = emptyReading();
  for (const member of membersIn(document.root, faults)) readMember(member, config, ruleIds, faults);
  readOwnTypes(document.root, config);
  return { config, faults: faults.sort((a, b) => a.span.start - b.span.start) };
}

interface ConfigBeingRead {
  profile?: ProfileName;
  readonly levels: Map<string, RuleLevel>;
  readonly associations: Association[];
  readonly ignores: string[];
  goStrings?: boolean;
  ownTypes?: OwnTypes;
  expect: readonly FileExpectation[];
  readonly overrides: Override[];
}

function emptyReading(): ConfigBeingRead {
  return { levels: new Map(), associations: [], ignores: [], expect: [], overrides: [] };
}

type Faults = ConfigFault[];
type ReadMember = (value: JsonNode, config: ConfigBeingRead, ruleIds: readonly string[], faults: Faults) => void;

const readers: Readonly<Record<string, ReadMember>> = {
  $schema: () => {},

  extends: (value, config, _ruleIds, faults) => {
    const profile = oneOf(profileNames, value, 'profile', faults);
    if (profile !== undefined) config.profile = profile;
  },

  rules: (value, config, ruleIds, faults) => {
    for (const [id, level] of readLevels(value, ruleIds, faults)) config.levels.set(id, level);
  },

  expect: (value, config, ruleIds, faults) => {
    config.expect = readExpectations(value, ruleIds, faults, true);
    for (const { file } of config.expect) {
      const problem = globProblemOf(file);
      if (problem !== undefined) faults.push(faultAtValue(value, problem));
    }
  },

  overrides: (value, config, ruleIds, faults) => {
    if (value.type !== 'array') faults.push(faultAtValue(value, '`overrides` must be an array.'));
    for (const item of itemsOf(value)) config.overrides.push(readOverride(item, ruleIds, faults));
  },

  associations: (value, config, _ruleIds, faults) => {
    for (const member of membersIn(value, faults)) {
      const problem = globProblemOf(member.name);
      if (problem !== undefined) faults.push(faultAtName(member, problem));
      const kind = oneOf(nameableKinds, member.value, 'kind', faults);
      if (kind !== undefined && problem === undefined) config.associations.push({ glob: member.name, kind });
    }
  },

  ignores: (value, config, _ruleIds, faults) => {
    config.ignores.push(...readGlobs(value, 'ignores', faults));
  },

  mediaTypes: (value, _config, _ruleIds, faults) => {
    faults.push(...faultsOfMediaTypes(value));
  },

  artifactTypes: (value, _config, _ruleIds, faults) => {
    faults.push(...faultsOfArtifactTypes(value));
  },

  goStrings: (value, config, _ruleIds, faults) => {
    if (value.type !== 'boolean') faults.push(faultAtValue(value, '`goStrings` must be a boolean.'));
    else config.goStrings = writtenOf(value) === 'true';
  },
};

/** Reads both properties together, because custom artifact types refer to custom media types. */
function readOwnTypes(root: JsonNode, config: ConfigBeingRead): void {
  const own = ownTypesOf(toValue(valueOf(root, 'mediaTypes')), toValue(valueOf(root, 'artifactTypes')));
  if (own !== undefined) config.ownTypes = own;
}

function readGlobs(value: JsonNode, name: string, faults: Faults): readonly string[] {
  if (value.type !== 'array') faults.push(faultAtValue(value, `\`${name}\` must be an array.`));
  return itemsOf(value).flatMap((item) => {
    const glob = stringOf(item);
    const problem = glob === undefined ? 'Glob must be a string.' : globProblemOf(glob);
    if (problem !== undefined) faults.push(faultAtValue(item, problem));
    return problem === undefined && glob !== undefined ? [glob] : [];
  });
}

function* readLevels(value: JsonNode, ruleIds: readonly string[], faults: Faults): Iterable<[string, RuleLevel]> {
  for (const member of membersIn(value, faults)) {
    if (!ruleIds.includes(member.name)) faults.push(unknownName(member, 'rule', ruleIds));
    const level = oneOf(ruleLevels, member.value, 'level', faults);
    if (level !== undefined) yield [member.name, level];
  }
}

function readOverride(item: JsonNode, ruleIds: readonly string[], faults: Faults): Override {
  const levels = new Map<string, RuleLevel>();
  let files: readonly string[] | undefined;
  let profile: ProfileName | undefined;
  for (const member of membersIn(item, faults)) {
    if (member.value === undefined) continue;
    if (member.name === 'files') files = readGlobs(member.value, 'files', faults);
    else if (member.name === 'extends') profile = oneOf(profileNames, member.value, 'profile', faults);
    else if (member.name === 'rules')
      for (const [id, level] of readLevels(member.value, ruleIds, faults)) levels.set(id, level);
    else faults.push(unknownName(member, 'setting', ['files', 'extends', 'rules']));
  }
  if (files === undefined && item.type === 'object') faults.push(faultAtValue(item, 'Override requires `files`.'));
  return { files: files ?? [], levels, ...(profile === undefined ? {} : { profile }) };
}

function readMember(member: JsonMember, config: ConfigBeingRead, ruleIds: readonly string[], faults: Faults): void {
  const read = ownEntry(readers, member.name);
  if (read === undefined) faults.push(unknownName(member, 'setting', Object.keys(readers)));
  else if (member.value !== undefined) read(member.value, config, ruleIds, faults);
}

/** The members of a value that should be an object. Reports duplicates and yields each name once. */
function* membersIn(node: JsonNode, faults: Faults): Iterable<JsonMember> {
  if (node.type !== 'object') faults.push(faultAtValue(node, 'Expected an object.'));
  const seen = new Set<string>();
  for (const member of membersOf(node)) {
    if (seen.has(member.name)) faults.push(faultAtName(member, `Duplicate property ${quoted(member.name)}.`));
    else yield member;
    seen.add(member.name);
  }
}

function oneOf<T extends string>(
  known: readonly T[],
  node: JsonNode | undefined,
  what: string,
  faults: Faults,
): T | undefined {
  if (node === undefined) return undefined;
  const text = stringOf(node);
  const match = known.find((value) => value === text);
  if (match === undefined) faults.push(faultAtValue(node, unknownMessage(text, what, known)));
  return match;
}

function unknownMessage(text: string | undefined, what: string, known: readonly string[]): string {
  const expected = `xpected ${known.join(', ')}.`;
  return text === undefined ? `E${expected}` : `Unknown ${what} ${quoted(text)}: e${expected}`;
}

function unknownName(member: JsonMember, what: string, known: readonly string[]): ConfigFault {
  return faultAtName(member, `Unknown ${what} ${quoted(member.name)}${didYouMean(member.name, known)}`);
}

function globProblemOf(glob: string): string | undefined {
  if (glob.startsWith('!')) return `Invalid glob ${quoted(glob)}: negation is not supported.`;
  return globOf(glob) === undefined
    ? `Invalid glob ${quoted(glob)}: empty, too long, or too many alternatives.`
    : undefined;
}
