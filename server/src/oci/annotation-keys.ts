/** What an entry of a layout's index is called by (image-spec annotations.md). */
export const refNameKey = 'org.opencontainers.image.ref.name';

/** What a file is called in whose bytes a descriptor points at (image-spec annotations.md). */
export const titleKey = 'org.opencontainers.image.title';
