import { refNameKey } from '../../oci/annotation-keys.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, spanOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { tallied } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('Duplicate reference name {name}: tools use the first or none.');

/** Tools use the reference name as a tag, and a tag names one image. */
export const refNameUnique: DocumentRule = {
  meta: {
    id: 'ref-name-unique',
    title: 'Duplicate reference name in index.json',
    kinds: ['index'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['layout-ref-name-unique'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations'],
  *check(document) {
    if (document.hints.isBlob === true) return;
    for (const twins of entriesByName(document).twins) {
      const [earlier, ...others] = twins.flatMap(({ annotations }) => valueOf(annotations, refNameKey) ?? []);
      if (earlier !== undefined) for (const value of others) yield findingOf(value, earlier);
    }
  },
};

const entriesByName = tallied(({ role, annotations }) => {
  const name = role === 'manifest' ? stringAt(annotations, refNameKey) : undefined;
  if (!name) return undefined;
  // `docker save` distinguishes two images of one tag by their full names.
  const fullName = stringAt(annotations, 'io.containerd.image.name');
  return fullName === undefined ? name : `${name} ${fullName}`;
});

function findingOf(value: JsonNode, earlier: JsonNode): Finding {
  const name = quoted(stringOf(value) ?? '');
  const related = [{ span: spanOf(earlier), pointer: pointerOf(earlier), message: 'Other entry' }];
  return findingAtValue(value, message({ name }), { clause: 'layout-ref-name-unique', related });
}
