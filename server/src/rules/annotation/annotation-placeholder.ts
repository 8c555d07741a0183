import type { DocumentRule } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const message = wording('Unexpanded placeholder {placeholder}. Write its value.');

/** Keys whose values are names and versions. Other rules report placeholders where a time, a digest or a license belongs. */
const keys = new Set(
  ['authors', 'documentation', 'revision', 'source', 'title', 'url', 'vendor', 'version'].map(
    (name) => `org.opencontainers.image.${name}`,
  ),
);

/** Builders copy annotations and labels as they get them. Placeholders of a pipeline stay if nobody filled them in. */
export const annotationPlaceholder: DocumentRule = {
  meta: {
    id: 'annotation-placeholder',
    title: 'Annotation has an unexpanded placeholder',
    kinds: annotatedKinds,
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => keys.has(key),
  checkAnnotation({ member, value, text }) {
    if (value === undefined || text === undefined || text.length > longest) return undefined;
    // annotation-url reports what is not a URL at all.
    if (urlKeys.test(member.name) && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) return undefined;
    const placeholder = placeholderIn(text);
    if (placeholder === undefined) return undefined;
    return findingAtValue(value, message({ placeholder: quoted(placeholder) }));
  },
};

const longest = 4096;
const urlKeys = /\.(?:documentation|source|url)$/;

/** How placeholders begin and end in shells, GitHub and GitLab, and in Go, Helm and Jinja. */
const brackets = [
  ['${{', '}}'],
  ['{{', '}}'],
  ['${', '}'],
  ['$(', ')'],
] as const;

function placeholderIn(text: string): string | undefined {
  for (const [open, close] of brackets) {
    const start = text.indexOf(open);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end > start + open.length) return text.slice(start, end + close.length);
  }
  return /(?<!\w)\$[A-Z_]{3}[A-Z0-9_]*/.exec(text)?.[0];
}
