const imageSpec = 'https://github.com/opencontainers/image-spec/blob/main';

/** Where the specification speaks of the members of a thing, by the title that its schema has. */
const pages: Readonly<Record<string, string>> = {
  'Image index': `${imageSpec}/image-index.md#image-index-property-descriptions`,
  'Image manifest': `${imageSpec}/manifest.md#image-manifest-property-descriptions`,
  'Image config': `${imageSpec}/config.md#properties`,
  'Run settings': `${imageSpec}/config.md#properties`,
  'Root file system': `${imageSpec}/config.md#properties`,
  'History entry': `${imageSpec}/config.md#properties`,
  Descriptor: `${imageSpec}/descriptor.md#properties`,
  Platform: `${imageSpec}/image-index.md#image-index-property-descriptions`,
  'Layout header': `${imageSpec}/image-layout.md#oci-layout-file`,
};

/** The section of the specification about the members of a thing; undefined for Docker's things, which have none of ours. */
export function specLinkOf(thing: string | undefined): string | undefined {
  return thing !== undefined && Object.hasOwn(pages, thing) ? pages[thing] : undefined;
}

/** The section that defines an annotation key; undefined for keys that others define. */
export function annotationLinkOf(key: string): string | undefined {
  return key.startsWith('org.opencontainers.image.')
    ? `${imageSpec}/annotations.md#pre-defined-annotation-keys`
    : undefined;
}
