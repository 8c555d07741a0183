/** The lines to print, one for each import below a folder that must not be. */
export function checkImports(root: string): readonly string[];

/** The names of the rooms, from the bottom up. */
export const order: readonly string[];
