/** Names an entry of a layout's index.json (image-spec annotations.md). */
export const refNameKey = 'org.opencontainers.image.ref.name';

/** File name of the content that a descriptor references (image-spec annotations.md). */
export const titleKey = 'org.opencontainers.image.title';
