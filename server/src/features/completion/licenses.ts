import identifiers from 'spdx-license-ids/index.json' with { type: 'json' };
import { isLicenseExpression } from '../../oci/licenses.ts';
import { type Proposal, textProposal } from './proposal.ts';

const usual: readonly string[] = [
  ...['Apache-2.0', 'MIT', 'BSD-3-Clause', 'BSD-2-Clause', 'MPL-2.0', 'ISC'],
  ...['GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later', 'LGPL-2.1-or-later', 'AGPL-3.0-only'],
];

const exceptions = ['Classpath-exception-2.0', 'GCC-exception-3.1', 'LLVM-exception', 'Linux-syscall-note'];

/** Characters. Each of about seven hundred proposals repeats the existing text. */
const longestWritten = 1000;

/**
 * License expressions (SPDX 2.3, annex D) that complete the text: an identifier, or an operator with another
 * identifier. Every proposal is a complete expression.
 */
export function licenseProposals(written: string): readonly Proposal[] {
  if (written.length > longestWritten) return [];
  const [, open = '', begun = ''] = /^(.*\s(?:AND|OR|WITH)\s+|)(.*)$/s.exec(written) ?? [];
  const whole = begun.trim();
  const joined = whole !== '' && isLicenseExpression(`${open}${whole}`) ? joinedTo(`${open}${whole}`) : [];
  const single = /\sWITH\s+$/.test(open)
    ? exceptions.map((name) => `${open}${name}`)
    : [...new Set([...usual, ...identifiers])].map((name) => `${open}${name}`);
  return [...single, ...joined]
    .filter((text) => !open || isLicenseExpression(text))
    .map((text, rank) => textProposal(text, { rank }));
}

function joinedTo(expression: string): readonly string[] {
  const others = usual.filter((name) => !expression.includes(name));
  return [
    ...others.map((name) => `${expression} OR ${name}`),
    ...others.map((name) => `${expression} AND ${name}`),
    ...exceptions.map((name) => `${expression} WITH ${name}`).filter(isLicenseExpression),
  ];
}
