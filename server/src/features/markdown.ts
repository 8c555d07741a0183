/** Text from a document, shown as it is: no markup, no link, no second line, and not longer than a card is wide. */
export function escaped(text: string, limit = 200): string {
  return inOneLine(text, limit)
    .replace(/[\\`*_{}[\]()<>#+\-!|~:.@$]/g, '\\$&')
    .replaceAll('&', '&amp;');
}

/** Text from a document in a code span, which nothing in it can end. */
export function code(text: string, limit = 200): string {
  const line = inOneLine(text, limit).replaceAll('`', 'ˋ');
  // A pipe would end the cell of a table, in a code span, too; two quotes with nothing in between begin a longer one.
  return `\`${line.replaceAll('|', '¦') || ' '}\``;
}

/** A link of ours to a file. */
export function linkTo(label: string, uri: string): string {
  return `[${label}](${uri.replace(/[()\s<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}

/**
 * Text from a document for a place of one line, not longer than is read there. What moves the cursor, or the text around it,
 * is shown as a sign of its own: so that nothing can seem to be something else.
 */
export function inOneLine(text: string, limit: number): string {
  const short = text.length > limit ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return seen(short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' '));
}

/** Text with a sign for what nobody sees, and for halves of characters, over which some clients stumble. */
export function seen(text: string): string {
  return text.replace(unseen, '\ufffd').replace(halves, '\ufffd');
}

/** Marks of direction, and signs that nobody sees (Unicode bidirectional algorithm, annex 9; Trojan Source). */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Markdown of ours as people read it where it is not shown as such. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^\|(?::?-+:?\|)+\n/gm, '')
    .replace(/^\| ?(.*?) ?\|$/gm, (_, row: string) => row.replaceAll(' | ', '  '))
    .replace(/^```.*\n?/gm, '')
    .replace(/(?<!\\)\[((?:[^\][\\]|\\.)*)\]\(([^()]*)\)/g, '$1: $2')
    .replace(/(?<!\\)\*\*?|(?<!\\)`/g, '')
    .replace(/ {2}$/gm, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('&amp;', '&');
}

/** A link to where the specification speaks of something; nothing where it does not. */
export function specParts(link: string | undefined): readonly string[] {
  return link === undefined ? [] : [linkTo('Specification', link)];
}
