/*
 * Modules of Node's that take a millisecond or more to load: loaded when they are first used, which most runs of the command
 * line never do.
 */

export const crypto = () => process.getBuiltinModule('node:crypto');
export const fsPromises = () => process.getBuiltinModule('node:fs/promises');
