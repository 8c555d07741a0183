import parse from 'spdx-expression-parse';
import identifiers from 'spdx-license-ids/index.json' with { type: 'json' };
import { late } from '../syntax/late.ts';

/** Far beyond any real expression. The parser takes quadratic time. */
const longest = 1000;

/** Whether a text is an SPDX license expression (SPDX 2.3, annex D), in the exact case of the license list. */
export function isLicenseExpression(text: string): boolean {
  if (text.length > longest) return true;
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Informal names of the most common licenses, in lowercase and without spaces or punctuation. */
const usualNames: Readonly<Record<string, string>> = {
  ...{
    apache: 'Apache-2.0',
    apache2: 'Apache-2.0',
    apachev2: 'Apache-2.0',
    apachelicense: 'Apache-2.0',
    asl20: 'Apache-2.0',
  },
  ...{ apachelicense20: 'Apache-2.0', apachelicense2: 'Apache-2.0', apachelicenseversion20: 'Apache-2.0' },
  ...{ mitlicense: 'MIT', themitlicense: 'MIT', expat: 'MIT', isclicense: 'ISC', unlicense: 'Unlicense' },
  ...{
    bsd: 'BSD-3-Clause',
    bsd2: 'BSD-2-Clause',
    bsd3: 'BSD-3-Clause',
    newbsd: 'BSD-3-Clause',
    simplifiedbsd: 'BSD-2-Clause',
  },
  ...{ gpl2: 'GPL-2.0-only', gplv2: 'GPL-2.0-only', gpl20: 'GPL-2.0-only', gplv2only: 'GPL-2.0-only' },
  ...{ gplv2orlater: 'GPL-2.0-or-later', 'gplv2+': 'GPL-2.0-or-later', 'gpl2+': 'GPL-2.0-or-later' },
  ...{ gpl3: 'GPL-3.0-only', gplv3: 'GPL-3.0-only', gpl30: 'GPL-3.0-only', gplv3only: 'GPL-3.0-only' },
  ...{ gplv3orlater: 'GPL-3.0-or-later', 'gplv3+': 'GPL-3.0-or-later', 'gpl3+': 'GPL-3.0-or-later' },
  ...{
    lgplv2: 'LGPL-2.1-only',
    lgpl21: 'LGPL-2.1-only',
    lgplv21: 'LGPL-2.1-only',
    lgplv3: 'LGPL-3.0-only',
    lgpl3: 'LGPL-3.0-only',
  },
  ...{ agpl3: 'AGPL-3.0-only', agplv3: 'AGPL-3.0-only', agpl30: 'AGPL-3.0-only' },
  ...{ mpl2: 'MPL-2.0', mplv2: 'MPL-2.0', mpl: 'MPL-2.0', epl2: 'EPL-2.0', cc0: 'CC0-1.0', zliblicense: 'Zlib' },
};

const exactNames = late(() => new Map(identifiers.map((name) => [plainOf(name), name])));

/** The SPDX expression meant by an informal one. */
export interface LicenseMeant {
  readonly text: string;
  /** Only case, spaces or punctuation of identifiers differ. */
  readonly isExact: boolean;
}

/** Converts informal names and lists of licenses to an expression; undefined if ambiguous. */
export function licenseMeantBy(text: string): LicenseMeant | undefined {
  if (text.length > 200) return undefined;
  // Bounded: by the length check above.
  const parts = text.split(/(\s+(?:and|or|with)\s+|\s*[,;&/|]+\s*|[()])/i);
  const isList = parts.some((part, i) => i % 2 === 1 && /[,;&/|]/.test(part));
  const written = parts.map((part, i) => (i % 2 === 1 ? joinedBy(part) : identifierMeantBy(part)));
  if (written.includes(undefined)) return undefined;
  const meant = written.join('');
  const isSpelling = !isList && parts.every((part, i) => i % 2 === 1 || part === '' || exactNames().has(plainOf(part)));
  return meant !== text && isLicenseExpression(meant) ? { text: meant, isExact: isSpelling } : undefined;
}

/** In a list all licenses apply. By convention, a slash or a bar separates alternatives. */
function joinedBy(separator: string): string {
  const word = separator.trim().toUpperCase();
  if (word === '(' || word === ')') return word;
  if (/^[A-Z]+$/.test(word)) return ` ${word} `;
  return /[/|]/.test(word) ? ' OR ' : ' AND ';
}

function identifierMeantBy(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '' || isLicenseExpression(trimmed)) return trimmed;
  const plain = plainOf(trimmed);
  return exactNames().get(plain) ?? (Object.hasOwn(usualNames, plain) ? usualNames[plain] : undefined);
}

function plainOf(name: string): string {
  return name.toLowerCase().replace(/[\s._-]/g, '');
}
