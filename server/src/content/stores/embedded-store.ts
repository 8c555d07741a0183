import { readBase64 } from '../../oci/base64.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { hashSmall } from '../hash-small.ts';
import { type ContentStore, heldContent } from './content-store.ts';

/** Content embedded as `data` (image-spec descriptor.md, "Embedded Content"), provided it matches the digest. */
export const embeddedStore: ContentStore = {
  async find({ data, value }) {
    if (data === undefined || value === undefined || value.size > maxSize) return undefined;
    const { bytes } = readBase64(data) as { bytes?: Uint8Array };
    const { algorithm, encoded } = value.digest;
    // Mismatching data is reported by a rule. Fall through to the other stores.
    if (bytes === undefined || hashSmall(algorithm, bytes) !== encoded) return undefined;
    return heldContent(bytes, `data:${toDigestText(value.digest)}`);
  },
};

/** The size limit of manifests themselves, in bytes. */
const maxSize = 4n * 1024n * 1024n;
