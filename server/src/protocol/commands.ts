/** Client command: copies its string argument to the clipboard. */
export const copyTextCommand = 'ociManifests.copyText';

/** Client command: shows the references to a document. Arguments: URI, position, locations. */
export const showReferencesCommand = 'ociManifests.showReferences';

/** Client command: prompts for a file and runs {@link describeFileCommand} on the server with it. Same arguments. */
export const chooseFileCommand = 'ociManifests.chooseFile';

/**
 * Server command: writes a file's digest, size and, if missing, media type into a descriptor. Arguments: URI and
 * pointer of the descriptor; URI of the file. Without a file URI, the user picks one of the files next to the document,
 * if the client supports prompts.
 */
export const describeFileCommand = 'ociManifests.server.describeFile';

/** Client command: prompts for a file and runs {@link insertDescriptorCommand} on the server with it. */
export const insertFileCommand = 'ociManifests.insertDescriptorFor';

/**
 * Server command: adds a descriptor for a file to a list in a document. Arguments: URI of the document; pointer of the
 * item to insert after, or an empty string; URI of the file, optional as above.
 */
export const insertDescriptorCommand = 'ociManifests.server.insertDescriptor';

/**
 * Server command: updates all descriptors of a document that can be updated without user input. Argument: URI of the
 * document.
 */
export const updateAllCommand = 'ociManifests.server.updateAll';

/**
 * Server command: restores a file to the bytes that match a digest, if a common accident such as a changed line ending
 * explains the mismatch. Arguments: URI of the referring document; digest; URI of the file.
 */
export const restoreCommand = 'ociManifests.server.restore';

/** Server command: rewrites a file as UTF-8 without BOM and leaves its text unchanged. Argument: URI of the file. */
export const rewriteCommand = 'ociManifests.server.rewrite';

/** Server command: sets a descriptor's size to that of its content. Arguments: URI and pointer of the descriptor. */
export const updateSizeCommand = 'ociManifests.server.updateSize';

/**
 * Server command: reads and verifies a descriptor's content in full, regardless of size. Arguments: URI and pointer of
 * the descriptor.
 */
export const verifyCommand = 'ociManifests.server.verify';

/**
 * Server command: renames the edited blobs of the enclosing layout to their new digests and updates digest and size in
 * every document that references them. One edit, one undo step. Argument: URI of the document.
 */
export const rehashCommand = 'ociManifests.server.rehash';

/**
 * Server command: has the client apply an edit to a file that may not be open, unless its text has changed in the
 * meantime. Arguments: URI of the file; fingerprint of the text; edit.
 */
export const editFileCommand = 'ociManifests.server.editFile';

/** Server command: has the client apply the given edit. For clients that do not support code actions with edits. */
export const applyEditCommand = 'ociManifests.server.applyEdit';

/**
 * Server command: has the client show a document formatted, if the client supports the content provider. Argument: URI
 * of the document.
 */
export const showFormattedCommand = 'ociManifests.server.showFormatted';

/** The commands that the server executes. */
export const serverCommands = [
  applyEditCommand,
  editFileCommand,
  describeFileCommand,
  insertDescriptorCommand,
  updateAllCommand,
  updateSizeCommand,
  restoreCommand,
  rewriteCommand,
  verifyCommand,
  rehashCommand,
  showFormattedCommand,
] as const;

export type ServerCommand = (typeof serverCommands)[number];
