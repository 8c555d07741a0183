/** The README of the extension, as its page shows it. `repository`: the address of its files. */
export function extensionPage(root: string, repository: string): string;
