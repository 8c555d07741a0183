/** The `oci-lint new --help` text. */
export const newHelp = `oci-lint new creates manifests, indexes and layouts with correct digests and sizes.

Usage: oci-lint new artifact --artifact-type TYPE [--file FILE]... [--config FILE]
       oci-lint new image --layer FILE... (--platform OS/ARCHITECTURE | --config FILE)
       oci-lint new index [--manifest [OS/ARCHITECTURE=]MANIFEST]...
       oci-lint new package --artifact-type TYPE [--manifest [OS/ARCHITECTURE=]MANIFEST]...
       oci-lint new layout DIR
       oci-lint new --list

  TYPE is a media type, or an artifact type name from --list.
  FILE may include its media type, FILE:MEDIATYPE. The default depends on the artifact type and
  the file name.
  MANIFEST is a file, a layout with one image, LAYOUT:TAG or LAYOUT@DIGEST, where LAYOUT may be an
  archive. With --layout, also a tag or digest in that layout.

Content
  --artifact-type TYPE    artifact type
  --file FILE             file of the artifact (repeatable)
  --layer FILE            layer, tar, optionally with gzip or zstd (repeatable, base layer first)
  --config FILE           config
  --platform PLATFORM     OS/ARCHITECTURE[/VARIANT] of the image, or of the artifact's entry
  --manifest MANIFEST     entry of the index (repeatable)
  --subject MANIFEST      subject, for example the image of an SBOM or a signature
  --annotation KEY=VALUE  annotation (repeatable)

Output (default: standard output)
  --output FILE           write only the manifest or index
  --layout DIR            add it to an OCI layout with everything it refers to; a layout is
                          created if needed
  --tag NAME              tag in the layout
  --dry-run               print the document and write nothing
  --force                 overwrite files, move tags and ignore warnings

An index given as a MANIFEST contributes its entries. If the tag names an index, entries are added
to it, and an entry for the same platform is replaced. With --force the index starts empty.

Documents are checked before they are written. Exit status: 0 created; 2 error, nothing written.

Examples
  oci-lint new artifact --artifact-type spdx-sbom --file app.spdx.json --subject ./layout:v1 --layout ./layout
  oci-lint new image --layer root.tar.gz --platform linux/arm64 --layout ./layout --tag v1
  oci-lint new index --manifest ./layout:amd64 --manifest ./layout:arm64 --layout ./layout --tag v1
`;
