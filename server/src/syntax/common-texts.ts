/** Names that occur in almost every document. They are interned so that each is allocated only once. */
const usual: readonly string[] = [
  'schemaVersion',
  'mediaType',
  'manifests',
  'layers',
  'config',
  'digest',
  'size',
  'platform',
  'architecture',
  'os',
  'variant',
  'annotations',
  'artifactType',
  'subject',
];

const slots = 256;

/** Longer strings are mostly digests and data, which rarely repeat. */
const longest = 64;

const started: (string | undefined)[] = new Array(slots).fill(undefined);
for (const name of usual) started[slotOf(name, 0, name.length)] = name;

/** Interns strings that a document repeats, so that each is allocated and hashed only once. */
export class CommonTexts {
  private readonly last = started.slice();

  /** The text between two offsets, interned if short. */
  of(text: string, start: number, end: number): string {
    const length = end - start;
    if (length === 0 || length > longest) return text.slice(start, end);
    const slot = slotOf(text, start, end);
    const known = this.last[slot];
    if (known !== undefined && known.length === length && text.startsWith(known, start)) return known;
    const made = text.slice(start, end);
    this.last[slot] = made;
    return made;
  }
}

function slotOf(text: string, start: number, end: number): number {
  const middle = text.charCodeAt((start + end) >> 1);
  return (text.charCodeAt(start) * 5 + middle * 17 + text.charCodeAt(end - 1) * 67 + (end - start)) & (slots - 1);
}
