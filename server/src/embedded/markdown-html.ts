/** Start and end conditions of HTML blocks (CommonMark section 4.6). Markdown inside them is plain text. */
const forms: readonly { readonly start: RegExp; readonly end: RegExp; readonly interrupts: boolean }[] = [
  { start: /^<(?:script|pre|textarea|style)(?:\s|>|$)/i, end: /<\/(?:script|pre|textarea|style)>/i, interrupts: true },
  { start: /^<!--/, end: /-->/, interrupts: true },
  { start: /^<[?]/, end: /[?]>/, interrupts: true },
  { start: /^<![A-Za-z]/, end: />/, interrupts: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  {
    start:
      /^<[/]?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[123456]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|[/]?[>]|$)/i,
    end: /^$/,
    interrupts: true,
  },
  {
    start:
      /^(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>)\s*$/,
    end: /^$/,
    interrupts: false,
  },
];

/** The end condition of the HTML block that starts here; undefined if none does. */
export function htmlEndOf(rest: string, isInParagraph: boolean): RegExp | undefined {
  if (!rest.startsWith('<')) return undefined;
  return forms.find(({ start, interrupts }) => (interrupts || !isInParagraph) && start.test(rest))?.end;
}
