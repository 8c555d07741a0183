/** Escapes text from a document for Markdown: no markup, no links, one line, limited length. */
export function escaped(text: string, limit = 200): string {
  return inOneLine(text, limit)
    .replace(/[\\`*_{}[\]()<>#+\-!|~:.@$]/g, '\\$&')
    .replaceAll('&', '&amp;');
}

/** Text from a document in a code span that it cannot close. */
export function code(text: string, limit = 200): string {
  const line = inOneLine(text, limit).replaceAll('`', 'ˋ');
  // A pipe would end a table cell even inside a code span. Two adjacent backticks would start a longer code span.
  return `\`${line.replaceAll('|', '¦') || ' '}\``;
}

/** A Markdown link to a file. */
export function linkTo(label: string, uri: string): string {
  return `[${label}](${uri.replace(/[()\s<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}

/**
 * Limits text from a document to one line of limited length. Control and bidirectional characters are replaced, so that
 * text cannot be disguised.
 */
export function inOneLine(text: string, limit = Number.POSITIVE_INFINITY): string {
  const short = text.length > limit ? `${text.slice(0, limit).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return seen(short.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' '));
}

/** Replaces invisible characters, and lone surrogates, which break some clients. */
function seen(text: string): string {
  return text.replace(unseen, '\ufffd').replace(halves, '\ufffd');
}

/** Bidirectional controls and invisible characters (Unicode bidirectional algorithm, annex 9; Trojan Source). */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Converts our Markdown to plain text. */
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

/** A link to the specification, if there is one. */
export function specParts(link: string | undefined): readonly string[] {
  return link === undefined ? [] : [linkTo('Specification', link)];
}
