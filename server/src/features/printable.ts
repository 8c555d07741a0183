import { late } from '../syntax/late.ts';

/** Characters that a terminal interprets, and invisible or bidirectional ones. */
const unprintable =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\ud800-\udfff]/gu;

const commandStart = /##(?=(?:vso|teamcity)?\[)/gi;

/** Makes text from a document or file name safe for a line of terminal or build log output. */
export function printable(text: string): string {
  return withoutCommands(text.replace(unprintable, escaped));
}

/** The same for multi-line text. Line endings and tabs are kept. */
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
 * Neutralizes commands that build servers execute when they occur in logs: `##[…]`, `##vso[…]` and `##teamcity[…]`
 * anywhere in a line, `::command` at its start. Escapes one character of each.
 */
export function withoutCommands(text: string): string {
  return text
    .replace(commandStart, '#\\u0023')
    .replace(/^([ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*):(?=:)/gm, '$1\\u003a');
}

/** The same with a single column per character, for aligned text. */
export function inColumns(text: string): string {
  return text.replaceAll('\t', '  ').replace(unprintable, '·').replace(commandStart, '#·');
}

/** Characters that are valid in JSON and XML but interpreted by terminals. */
const unprintableInData = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** Serializes JSON without build server commands. */
export function inertJson(value: unknown, indent?: number): string {
  return inertJsonText(JSON.stringify(value, undefined, indent));
}

/** Makes serialized JSON safe for output. Escapes are equivalent to the original characters in JSON. */
export function inertJsonText(json: string): string {
  return withoutCommands(json).replace(unprintableInData, escaped);
}

/** Writes the characters that a terminal interprets as references, which XML readers turn back into them. */
export function inertXmlText(xml: string): string {
  return xml.replace(unprintableInData, (character) => `&#${character.charCodeAt(0)};`);
}

/** A class of Unicode properties takes a while to create. */
const wide = late(
  () =>
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u,
);

/** The number of terminal columns that a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  const pattern = wide();
  for (const character of text) columns += pattern.test(character) ? 2 : /\p{M}/u.test(character) ? 0 : 1;
  return columns;
}
