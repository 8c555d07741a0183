/** Whether a text is base64 by RFC 4648 section 4: the standard alphabet, padded, no line breaks. */
export function isBase64(text: string): boolean {
  // Groups of four inside the expression would overflow its stack on long texts.
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
