import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, spanOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const titleKey = 'org.opencontainers.image.title';

const messages = wordings({
  outside: 'Title {title} leads out of the folder: ORAS refuses to pull it.',
  duplicate: 'Duplicate title {title}: ORAS pulls one file of a name.',
});

/** ORAS writes what it pulls to the file that the title names, below the current folder, and each file only once. */
export const titlePath: DocumentRule = {
  meta: {
    id: 'title-path',
    title: 'Title is not a file name that ORAS writes',
    kinds: ['manifest', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  reads: ['annotations'],
  *check(document) {
    const first = new Map<string, JsonNode>();
    for (const { role, annotations } of descriptorPartsOf(document)) {
      const node = role === 'layer' || role === 'blob' ? valueOf(annotations, titleKey) : undefined;
      const title = stringOf(node);
      if (node === undefined || !title) continue;
      const earlier = first.get(title);
      if (earlier === undefined) first.set(title, node);
      if (leadsOut(title)) yield findingAtValue(node, messages.outside({ title: quoted(title) }));
      else if (earlier !== undefined) yield again(node, title, earlier);
    }
  },
};

function leadsOut(title: string): boolean {
  return title.startsWith('/') || /^[A-Za-z]:[\\/]/.test(title) || title.split(/[\\/]/)[0] === '..';
}

function again(node: JsonNode, title: string, earlier: JsonNode): Finding {
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'First layer with this title' }];
  return findingAtValue(node, messages.duplicate({ title: quoted(title) }), { related });
}
