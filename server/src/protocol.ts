/** Names and words that the client and the server share, beyond the Language Server Protocol: none of it imports anything else. */
export * from './protocol/commands.ts';
export * from './protocol/counted.ts';
export * from './protocol/documents.ts';
export * from './protocol/files.ts';
export * from './protocol/inside.ts';
export * from './protocol/new-documents.ts';
export * from './protocol/session.ts';
export * from './protocol/view.ts';
