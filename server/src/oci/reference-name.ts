const component = '[A-Za-z0-9]+(?:(?:--|[-._:@+])[A-Za-z0-9]+)*';
const grammar = new RegExp(`^${component}(?:/${component})*$`);

/** No tool accepts longer names, so they are rejected without matching. */
const longest = 1024;

/** A character that reference names cannot contain. */
const foreign = /[^A-Za-z0-9\-._:@/+]/u;

/** Whether a reference name matches its grammar (annotations.md, `org.opencontainers.image.ref.name`). */
export function isReferenceName(text: string): boolean {
  return text.length <= longest && grammar.test(text);
}

/** The first invalid character of a name, if any. */
export function foreignSignIn(text: string): string | undefined {
  return foreign.exec(text)?.[0];
}

/** Why a text is not a valid reference name, phrased as the end of a sentence; undefined if it is valid. */
export function referenceNameProblemOf(text: string): string | undefined {
  if (isReferenceName(text)) return undefined;
  const bad = foreignSignIn(text);
  return bad === undefined ? 'misplaced or doubled separator' : `${JSON.stringify(bad)} is not allowed`;
}
