/** A command of the client's: puts its argument, a text, on the clipboard. */
export const copyTextCommand = 'ociManifests.copyText';

/** A command of the client's: shows who references a document. Arguments: its URI; a position in it; the places. */
export const showReferencesCommand = 'ociManifests.showReferences';

/** A command of the client's: asks for a file, and has the server describe it ({@link describeFileCommand}). Same arguments. */
export const chooseFileCommand = 'ociManifests.chooseFile';

/**
 * A command of the server's: writes digest, size and, where it is missing, media type of a file into a descriptor. Arguments:
 * URI and pointer of the descriptor; the file's URI: absent, people are asked which of the files beside the document it is,
 * where the client asks them.
 */
export const describeFileCommand = 'ociManifests.server.describeFile';

/** A command of the client's: asks for a file, and has the server insert a descriptor of it ({@link insertDescriptorCommand}). */
export const insertFileCommand = 'ociManifests.insertDescriptorFor';

/**
 * A command of the server's: adds a descriptor of a file to a document's list. Arguments: the document's URI; after which
 * item, or an empty text; the file's URI, or absent as above.
 */
export const insertDescriptorCommand = 'ociManifests.server.insertDescriptor';

/** A command of the server's: brings every descriptor of a document in line that can be by itself. Argument: the document's URI. */
export const updateAllCommand = 'ociManifests.server.updateAll';

/**
 * A command of the server's: gives a file the bytes back that have a digest, where a usual accident happened to them.
 * Arguments: URI of the document that asks; the digest; the file's URI.
 */
export const restoreCommand = 'ociManifests.server.restore';

/** A command of the server's: writes a file anew as plain UTF-8, its text as it is. Argument: the file's URI. */
export const rewriteCommand = 'ociManifests.server.rewrite';

/** A command of the server's: writes the size of the content into a descriptor. Arguments: URI and pointer of the descriptor. */
export const updateSizeCommand = 'ociManifests.server.updateSize';

/** A command of the server's: reads the content of a descriptor whole, however large. Arguments: URI and pointer of the descriptor. */
export const verifyCommand = 'ociManifests.server.verify';

/**
 * A command of the server's: gives the edited blobs of the layout around a document their new names, and writes these and
 * the new sizes into every document that names them. One edit, one undo. Argument: the document's URI.
 */
export const rehashCommand = 'ociManifests.server.rehash';

/**
 * A command of the server's: has the client apply an edit of a file that may not be open, unless its text is another by now.
 * Arguments: the file's URI; what its text was told by; the edit.
 */
export const editFileCommand = 'ociManifests.server.editFile';

/** A command of the server's: has the client apply an edit, its argument. For clients that take no code actions with edits. */
export const applyEditCommand = 'ociManifests.server.applyEdit';

/**
 * A command of the server's: has the client show a document formatted, where it asks for the contents of such documents. Argument:
 * the document's URI.
 */
export const showFormattedCommand = 'ociManifests.server.showFormatted';

/** The commands that the server carries out. */
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
