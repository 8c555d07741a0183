/**
 * Media types by file name suffix, longest suffix first, as used by the tools that create such artifacts. Only
 * suggestions: nothing is validated against this table.
 */
const byEnding: readonly (readonly [ending: string, mediaType: string])[] = [
  ['.spdx.json', 'application/spdx+json'],
  ['.cdx.json', 'application/vnd.cyclonedx+json'],
  ['.cdx.xml', 'application/vnd.cyclonedx+xml'],
  ['.intoto.jsonl', 'application/vnd.in-toto+json'],
  ['.intoto.json', 'application/vnd.in-toto+json'],
  ['.sigstore.json', 'application/vnd.dev.sigstore.bundle.v0.3+json'],
  ['.tar.gz', 'application/vnd.oci.image.layer.v1.tar+gzip'],
  ['.tgz', 'application/vnd.oci.image.layer.v1.tar+gzip'],
  ['.tar.zst', 'application/vnd.oci.image.layer.v1.tar+zstd'],
  ['.tar', 'application/vnd.oci.image.layer.v1.tar'],
  ['.sarif', 'application/sarif+json'],
  ['.schema.json', 'application/schema+json'],
  ['.json', 'application/json'],
  ['.yaml', 'application/yaml'],
  ['.yml', 'application/yaml'],
  ['.xml', 'application/xml'],
  ['.wasm', 'application/wasm'],
  ['.zip', 'application/zip'],
  ['.gz', 'application/gzip'],
  ['.pdf', 'application/pdf'],
  ['.html', 'text/html'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
  ['.md', 'text/markdown'],
  ['.csv', 'text/csv'],
  ['.txt', 'text/plain'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
];

/** Arbitrary binary data (RFC 2046 section 4.5.1). */
const octetStream = 'application/octet-stream';

/** The media type suggested by a file name. */
export function mediaTypeOfFileName(name: string): string {
  const lower = name.toLowerCase();
  return byEnding.find(([ending]) => lower.endsWith(ending))?.[1] ?? octetStream;
}
