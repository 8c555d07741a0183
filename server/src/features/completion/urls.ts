import type { OciDocument } from '../../oci/document.ts';
import { itemsOf, stringOf, valueOf } from '../../syntax/tree.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** Far more URLs than anyone picks from. */
const maxUrls = 50;

/** URLs in other descriptors of the document. Files of one artifact are usually stored side by side. */
export function urlProposalsOf({ descriptors }: OciDocument): readonly Proposal[] {
  const urls = new Set<string>();
  for (const { node } of descriptors) {
    for (const item of itemsOf(valueOf(node, 'urls'))) {
      const url = stringOf(item);
      if (url && urls.size < maxUrls) urls.add(url);
    }
  }
  const others = [...urls].map((url, position) =>
    textProposal(url, { detail: 'used in this document', rank: position }),
  );
  return [...others, textProposal('https://', { rank: maxUrls })];
}
