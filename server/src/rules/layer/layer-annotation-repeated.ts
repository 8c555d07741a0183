import { stringAt, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Another layer has the same {what}: {tool} takes only one.');

interface Unique {
  readonly tool: string;
  /** The values of these annotations together occur once. The finding is at the last. */
  readonly keys: readonly string[];
  /** The only value that is unique. Absent: all are. */
  readonly value?: string;
  readonly what: string;
}

const uniques: readonly Unique[] = [
  { tool: 'Crossplane', keys: ['io.crossplane.xpkg'], value: 'base', what: 'role' },
  { tool: 'Nydus', keys: ['containerd.io/snapshot/nydus-bootstrap'], value: 'true', what: 'role' },
  {
    tool: 'Tekton',
    keys: ['dev.tekton.image.apiVersion', 'dev.tekton.image.kind', 'dev.tekton.image.name'],
    what: 'kind and name',
  },
];

/** Readers that look for the layer with an annotation refuse a second one, or never see it. */
export const layerAnnotationRepeated: DocumentRule = {
  meta: {
    id: 'layer-annotation-repeated',
    title: 'Two layers have an annotation that must be unique',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations'],
  *check(document) {
    const seen = new Set<string>();
    for (const { annotations } of layersOf(document)) {
      for (const { tool, keys, value, what } of uniques) {
        const values = keys.map((key) => stringAt(annotations, key));
        const last = valueOf(annotations, keys.at(-1) ?? '');
        if (last === undefined || values.includes(undefined)) continue;
        if (value !== undefined && !values.includes(value)) continue;
        const identity = JSON.stringify([tool, ...values]);
        if (seen.has(identity))
          yield findingAtValue(last, message({ what: `${what} ${quoted(values.join(' '))}`, tool }));
        seen.add(identity);
      }
    }
  },
};
