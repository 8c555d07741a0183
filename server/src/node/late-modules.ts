/*
 * Node modules that take a millisecond or more to load. They are loaded on first use, because most command-line runs
 * never need them.
 */

export const crypto = () => process.getBuiltinModule('node:crypto');
export const os = () => process.getBuiltinModule('node:os');
export const fsPromises = () => process.getBuiltinModule('node:fs/promises');
