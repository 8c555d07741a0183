import { imageIndex } from './image-index.ts';
import { toJsonText } from './json-text.ts';

/** The files of a layout without content, by name; the folder `blobs` must be there as well (image-spec image-layout.md). */
export const newLayout: Readonly<Record<'oci-layout' | 'index.json', string>> = {
  'oci-layout': toJsonText({ imageLayoutVersion: '1.0.0' }),
  'index.json': imageIndex({ manifests: [] }),
};
