/** Whether a text is base64 as defined in RFC 4648 section 4: standard alphabet, padded, no line breaks. */
export function isBase64(text: string): boolean {
  // Matching groups of four in the expression would overflow its stack on long texts.
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
