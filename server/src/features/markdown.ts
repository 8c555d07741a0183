/** Text from a document, shown as it is: no markup, no link, no second line, and not longer than a card is wide. */
export function escaped(text: string, limit = 200): string {
  const short = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return short
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_{}[\]()<>#+\-!|~:.@]/g, '\\$&')
    .replaceAll('&', '&amp;');
}

/** Text from a document in a code span, which nothing in it can end. */
export function code(text: string, limit = 200): string {
  const short = text.length > limit ? `${text.slice(0, limit)}…` : text;
  const line = short.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').replaceAll('`', 'ˋ');
  // A pipe would end the cell of a table, in a code span, too.
  return `\`${line.replaceAll('|', '¦')}\``;
}
