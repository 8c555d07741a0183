import { readDocument } from '../oci/document.ts';
import { quoted } from '../rules/support/finding.ts';
import { jsonSyntax } from '../rules/text/json-syntax.ts';
import { membersOf } from '../syntax/tree.ts';
import { type ConfigFault, faultAtName, faultAtValue, toFault } from './config-fault.ts';
import { type Expectation, readExpectations } from './expectations.ts';

/** The result of parsing a `*.expect.json` file. */
export interface ExpectReading {
  readonly expectations: readonly Expectation[];
  readonly faults: readonly ConfigFault[];
}

/** Parses an expectations file: `{ "expect": [{ "rule": …, "pointer": … }] }`. Never throws. */
export function readExpectFile(text: string, ruleIds: readonly string[]): ExpectReading {
  const document = readDocument('expect.json', text);
  const faults: ConfigFault[] = [...jsonSyntax.check(document)].map(toFault);
  const { root } = document;
  if (faults.length > 0 || root === undefined) return { expectations: [], faults };
  if (root.type !== 'object') faults.push(faultAtValue(root, 'Expected an object with the property `expect`.'));
  const expectations: Expectation[] = [];
  for (const member of membersOf(root)) {
    if (member.name === '$schema') continue;
    if (member.name !== 'expect') faults.push(faultAtName(member, `Unknown property ${quoted(member.name)}.`));
    else if (member.value !== undefined)
      for (const { rule, pointer } of readExpectations(member.value, ruleIds, faults, false))
        expectations.push({ rule, pointer });
  }
  return { expectations, faults };
}
