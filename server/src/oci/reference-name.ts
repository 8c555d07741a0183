const component = '[A-Za-z0-9]+(?:(?:--|[-._:@+])[A-Za-z0-9]+)*';
const grammar = new RegExp(`^${component}(?:/${component})*$`);

/** Longer names are refused everywhere, and need no matching. */
const longest = 1024;

/** A character that is in no reference name. */
const foreign = /[^A-Za-z0-9\-._:@/+]/u;

/** Whether a reference name follows its grammar (annotations.md, `org.opencontainers.image.ref.name`). */
export function isReferenceName(text: string): boolean {
  return text.length <= longest && grammar.test(text);
}

/** The first character of a name that is in none. */
export function foreignSignIn(text: string): string | undefined {
  return foreign.exec(text)?.[0];
}

/** Why a text is not a reference name, as the end of a sentence; undefined where it is one. */
export function referenceNameProblemOf(text: string): string | undefined {
  if (isReferenceName(text)) return undefined;
  const bad = foreignSignIn(text);
  return bad === undefined ? 'misplaced or doubled separator' : `${JSON.stringify(bad)} is not allowed`;
}
