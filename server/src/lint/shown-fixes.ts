import type { Fix } from '../rules/rule.ts';
import { late } from '../syntax/late.ts';

/** Characters. Longer than any fixed title, but values from documents can have any length. */
const longest = 160;

/** Invisible characters, and those that change how text is displayed. */
const hidden = late(() => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu);

/** Makes the titles of fixes safe to display: text from documents is shortened in the middle and escaped. */
export function shownFixes(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.every(({ title }) => title === shownTitle(title))
    ? fixes
    : fixes.map((fix) => ({ ...fix, title: shownTitle(fix.title) }));
}

function shownTitle(title: string): string {
  const half = longest >> 1;
  const short = title.length <= longest ? title : `${title.slice(0, half)}…${title.slice(1 - half)}`;
  return short.replace(hidden(), (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
