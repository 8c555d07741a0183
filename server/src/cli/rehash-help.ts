/** The `oci-lint rehash --help` text. */
export const rehashHelp = `oci-lint rehash updates the digests and sizes in an OCI layout after blobs were edited.

Usage: oci-lint rehash LAYOUT [--restore] [--dry-run]

  Renames edited blobs to their new digests, and updates every document that refers to them, up
  to index.json. Signatures and attestations of a changed document are listed, to be made again.
  Nothing is written if a document or a layer is cut off.

  --restore               restore blobs to their original bytes where an editor or git changed the
                          final line break, line endings or indentation
  --dry-run               report the changes without writing

Exit status: 0 up to date or updated; 1 something could not be updated; 2 usage or I/O error.
`;
