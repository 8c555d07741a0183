const imageSpec = 'https://github.com/opencontainers/image-spec/blob/main';

/** The specification section about an object's properties, by schema title. */
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

/** The specification section about an object's properties; undefined for Docker objects, which it does not define. */
export function specLinkOf(thing: string | undefined): string | undefined {
  return thing !== undefined && Object.hasOwn(pages, thing) ? pages[thing] : undefined;
}

/** The section that defines an annotation key; undefined for keys defined elsewhere. */
export function annotationLinkOf(key: string): string | undefined {
  return key.startsWith('org.opencontainers.image.')
    ? `${imageSpec}/annotations.md#pre-defined-annotation-keys`
    : undefined;
}
