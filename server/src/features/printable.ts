/** What a terminal would obey instead of show: control characters, and those that hide or turn text around. */
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udfff]/gu;

const commandStart = /##(?=(?:vso|teamcity)?\[)/gi;

/** A text that comes from a document or a file's name, safe to write on one line of a terminal or of a build's log. */
export function printable(text: string): string {
  return withoutCommands(text.replace(unprintable, escaped));
}

/** The same of several lines, whose ends and tabs stay. */
export function printableLines(text: string): string {
  const shown = text.replace(unprintable, (character, at: number) => {
    const isKept = character === '\n' || character === '\t' || (character === '\r' && text[at + 1] === '\n');
    return isKept ? character : escaped(character);
  });
  return withoutCommands(shown);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * What build servers obey in a log: `##[…]`, `##vso[…]` and `##teamcity[…]` anywhere in a line, `::command` at its start. One
 * character of each is escaped.
 */
export function withoutCommands(text: string): string {
  return text
    .replace(commandStart, '#\\u0023')
    .replace(/^([ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*):(?=:)/gm, '$1\\u003a');
}

/** The same, with one column for each character, for text that something is aligned with. */
export function inColumns(text: string): string {
  return text.replaceAll('\t', '  ').replace(unprintable, '·').replace(commandStart, '#·');
}

/** What JSON may hold as it is and a terminal would obey. */
const unprintableInJson = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** JSON in which nothing is a command: there an escape is the character itself. */
export function inertJson(value: unknown, indent?: number): string {
  return withoutCommands(JSON.stringify(value, undefined, indent)).replace(unprintableInJson, escaped);
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** How many columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return columns;
}
