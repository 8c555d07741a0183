/** What `oci-lint new --help` says. */
export const newHelp = `oci-lint new writes documents whose digests and sizes are those of the exact bytes.

Usage: oci-lint new artifact --artifact-type TYPE [--file FILE]... [--config FILE]
       oci-lint new image --layer FILE... (--platform OS/ARCHITECTURE | --config FILE)
       oci-lint new index [--manifest [OS/ARCHITECTURE=]MANIFEST]...
       oci-lint new package --artifact-type TYPE [--manifest [OS/ARCHITECTURE=]MANIFEST]...
       oci-lint new layout DIR
       oci-lint new --list

  TYPE is a media type, or the name of a sort of artifact that --list shows.
  FILE may say its type: FILE:MEDIATYPE. Else it is what the sort of artifact has, or what the
  name suggests.
  MANIFEST is a file; a layout of one image; LAYOUT:TAG; LAYOUT@DIGEST; and with --layout, a tag or
  digest there.

What it says
  --artifact-type TYPE    what clients take it for
  --file FILE             a file of the artifact, any number of times
  --layer FILE            a tar archive, plain or with gzip or zstd, the lowest first
  --config FILE           the config, where there is one
  --platform PLATFORM     OS/ARCHITECTURE[/VARIANT], of the image or the artifact's entry
  --manifest MANIFEST     an entry, any number of times
  --subject MANIFEST      what it is about: an SBOM's or a signature's image
  --annotation KEY=VALUE  any number of times

Where it goes (else to standard output)
  --output FILE           the manifest or index alone
  --layout DIR            into an OCI layout, new or not, with all that it refers to
  --tag NAME              under this name there
  --force                 overwrite a file, move a tag, or write what gets a warning

An index takes the entries of an index that is given as a MANIFEST, and of the one that has its tag
already: an entry for the same platform replaces the old one. With --force it starts anew.

What is written has been checked; with an error it is not. Exit status: 0 it is written; 2 it is not.

Examples
  oci-lint new artifact --artifact-type spdx-sbom --file app.spdx.json --subject ./layout:v1 --layout ./layout
  oci-lint new image --layer root.tar.gz --platform linux/arm64 --layout ./layout --tag v1
  oci-lint new index --manifest ./layout:amd64 --manifest ./layout:arm64 --layout ./layout --tag v1
`;
