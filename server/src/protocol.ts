/**
 * Names and types that client and server share beyond the Language Server Protocol. These modules import nothing else.
 */
export * from './protocol/commands.ts';
export * from './protocol/counted.ts';
export * from './protocol/documents.ts';
export * from './protocol/files.ts';
export * from './protocol/inside.ts';
export * from './protocol/new-documents.ts';
export * from './protocol/session.ts';
export * from './protocol/view.ts';
