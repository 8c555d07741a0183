import { imageIndex } from './image-index.ts';
import { toJsonText } from './json-text.ts';

/** The files of an empty layout, by name. The folder `blobs` is required, too (image-spec image-layout.md). */
export const newLayout: Readonly<Record<'oci-layout' | 'index.json', string>> = {
  'oci-layout': toJsonText({ imageLayoutVersion: '1.0.0' }),
  'index.json': imageIndex({ manifests: [] }),
};
