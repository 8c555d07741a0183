import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const keys = [
  'org.opencontainers.image.url',
  'org.opencontainers.image.documentation',
  'org.opencontainers.image.source',
];

const message = wording('Not a valid URL: {value}. Use {example}.');

/** These annotations are URLs (annotations.md, "Pre-Defined Annotation Keys"). */
export const annotationUrl: DocumentRule = {
  meta: {
    id: 'annotation-url',
    title: 'Annotation value is not a URL',
    kinds: annotatedKinds,
    severity: 'information',
    profile: 'spec',
    clauses: ['annotation-url-values'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => keys.includes(key),
  checkAnnotation({ value, text }) {
    return value === undefined || text === undefined || isUrl(text) ? undefined : findingOf(value, text);
  },
};

/** A scheme and something after it, without whitespace. SSH's `git@host:path` is not a URL. */
function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]\S*$/i.test(text) || (/^[a-z][a-z0-9+.-]*:\S+$/i.test(text) && !/^https?:/i.test(text));
}

function findingOf(node: JsonNode, text: string): Finding {
  const meant = urlMeantBy(text);
  const example = quoted(meant ?? 'https://example.com/app');
  const fixes =
    meant === undefined
      ? []
      : [{ title: `Replace with ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: false }];
  return findingAtValue(node, message({ value: quoted(text), example }), { clause: 'annotation-url-values', fixes });
}

function urlMeantBy(text: string): string | undefined {
  const ssh = /^git@([A-Za-z0-9.-]+):([^\s:]+?)(?:\.git)?$/.exec(text);
  if (ssh !== null) return `https://${ssh[1]}/${ssh[2]}`;
  return /^(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:\/\S*)?$/.test(text) ? `https://${text}` : undefined;
}
