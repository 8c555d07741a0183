import type { Fix } from '../rules/rule.ts';

/** In characters. Longer than any title of ours; a document's values may be of any length. */
const longest = 160;

/** What would not be seen, or would change how the rest is seen. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Fixes whose titles can be shown: what they take from a document is shortened in the middle, and escaped. */
export function shownFixes(fixes: readonly Fix[]): readonly Fix[] {
  return fixes.every(({ title }) => title === shownTitle(title))
    ? fixes
    : fixes.map((fix) => ({ ...fix, title: shownTitle(fix.title) }));
}

function shownTitle(title: string): string {
  const half = longest >> 1;
  const short = title.length <= longest ? title : `${title.slice(0, half)}…${title.slice(1 - half)}`;
  return short.replace(hidden, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
