import { quoted } from '../rules/support/finding.ts';
import { itemsOf, type JsonNode, membersOf, stringOf } from '../syntax/tree.ts';
import { type ConfigFault, faultAtName, faultAtValue } from './config-fault.ts';
import { didYouMean } from './did-you-mean.ts';

/** An expected finding: a rule, and a pointer in a document. */
export interface Expectation {
  readonly rule: string;
  /** RFC 6901. */
  readonly pointer: string;
}

/** An expected finding from a configuration file, for files that match a glob. */
export interface FileExpectation extends Expectation {
  readonly file: string;
}

/** Suffix of the file next to `NAME.json` that lists its expected findings: `NAME.expect.json`. */
export const expectSuffix = '.expect.json';

/** The name of the expectations file for a document. */
export function expectNameOf(name: string): string {
  return `${name.replace(/\.json$/, '')}${expectSuffix}`;
}

/** Reads a list of expectations. Invalid entries become faults. `hasFiles`: entries also have file globs. */
export function readExpectations(
  list: JsonNode,
  ruleIds: readonly string[],
  faults: ConfigFault[],
  hasFiles: boolean,
): readonly FileExpectation[] {
  if (list.type !== 'array') faults.push(faultAtValue(list, 'Expected an array of findings.'));
  return itemsOf(list).flatMap((item) => readExpectation(item, ruleIds, faults, hasFiles) ?? []);
}

function readExpectation(
  item: JsonNode,
  ruleIds: readonly string[],
  faults: ConfigFault[],
  hasFiles: boolean,
): FileExpectation | undefined {
  const names = hasFiles ? ['file', 'rule', 'pointer'] : ['rule', 'pointer'];
  const read: Record<string, string> = {};
  for (const member of membersOf(item)) {
    const { value } = member;
    const text = stringOf(value);
    if (!names.includes(member.name))
      faults.push(faultAtName(member, `Unknown property ${quoted(member.name)}${didYouMean(member.name, names)}`));
    else if (value === undefined || text === undefined)
      faults.push(faultAtName(member, `\`${member.name}\` must be a string.`));
    else if (member.name === 'rule' && !ruleIds.includes(text))
      faults.push(faultAtValue(value, `Unknown rule ${quoted(text)}${didYouMean(text, ruleIds)}`));
    else read[member.name] = text;
  }
  const { file = '', rule, pointer } = read;
  if (rule !== undefined && pointer !== undefined && (file !== '' || !hasFiles)) return { file, rule, pointer };
  if (item.type !== 'object' || names.some((name) => !membersOf(item).some((member) => member.name === name)))
    faults.push(faultAtValue(item, `An expected finding requires ${names.map((name) => `\`${name}\``).join(', ')}.`));
  return undefined;
}
