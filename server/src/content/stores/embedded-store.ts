import { readBase64 } from '../../oci/base64.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { hashSmall } from '../hash-small.ts';
import { type ContentStore, heldContent } from './content-store.ts';

/** Content that the descriptor itself carries as `data` (image-spec descriptor.md, "Embedded Content"), where it is that content. */
export const embeddedStore: ContentStore = {
  async find({ data, value }) {
    if (data === undefined || value === undefined || value.size > maxSize) return undefined;
    const { bytes } = readBase64(data) as { bytes?: Uint8Array };
    const { algorithm, encoded } = value.digest;
    // Data that does not match is a finding of its own; whoever follows the descriptor has to look elsewhere.
    if (bytes === undefined || hashSmall(algorithm, bytes) !== encoded) return undefined;
    return heldContent(bytes, `data:${toDigestText(value.digest)}`);
  },
};

/** Manifests themselves are limited to 4 MiB. In bytes. */
const maxSize = 4n * 1024n * 1024n;
