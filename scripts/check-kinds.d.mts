/** The lines to print, one for each test of a kind by its name below a folder. */
export function checkKinds(root: string): readonly string[];
