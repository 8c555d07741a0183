import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';

/** The checks of a rule about digests other than sha256: those of descriptors, and the DiffIDs of an image config. */
export function digestChecks(
  checkOther: (digest: JsonNode, text: string) => Finding | undefined,
): Pick<DocumentRule, 'reads' | 'checkDescriptor' | 'check'> {
  const checkDigest = (digest: JsonNode | undefined): Finding | undefined => {
    const text = stringOf(digest);
    return digest === undefined || text === undefined || text.startsWith('sha256:')
      ? undefined
      : checkOther(digest, text);
  };
  return {
    reads: ['digest'],
    checkDescriptor: ({ digest }) => checkDigest(digest),
    *check({ root }) {
      for (const item of itemsOf(valueOf(valueOf(root, 'rootfs'), 'diff_ids'))) {
        const finding = checkDigest(item);
        if (finding !== undefined) yield finding;
      }
    },
  };
}
