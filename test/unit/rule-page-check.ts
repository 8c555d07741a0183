import { createContents } from '../../server/src/content/stores/contents.ts';
import { readKindHints } from '../../server/src/content/stores/kind-hints.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { lintContent } from '../../server/src/lint/lint-content.ts';
import type { LintFinding } from '../../server/src/lint/lint-finding.ts';
import { startNodeHash } from '../../server/src/node/hashing.ts';
import type { KindHints } from '../../server/src/oci/decide-kind.ts';
import { type OciDocument, readDocumentBytes } from '../../server/src/oci/document.ts';
import type { Kind } from '../../server/src/oci/kind.ts';
import { type Fix, type Profile, profiles, type RuleMeta } from '../../server/src/rules/rule.ts';
import type { RuleSettings } from '../../server/src/rules/support/settings.ts';
import { unknownDocument, unknownDocumentFinding } from '../../server/src/rules/support/unknown-document.ts';
import { applyEdits } from '../../server/src/syntax/edit.ts';
import { plainUtf8Of } from '../../server/src/syntax/encoding.ts';
import { memoryFiles } from './memory-files.ts';
import { type Annotation, documentTextOf, type PageBlock } from './rule-page.ts';

/** An example with the findings for it. */
export interface CheckedExample {
  readonly text: string;
  readonly document: OciDocument;
  readonly findings: readonly LintFinding[];
}

/** Lints an example with its options. `others` are the blocks under the same heading that are other files. */
export async function checkExample(
  { id, profile: own }: RuleMeta,
  block: PageBlock,
  others: readonly PageBlock[],
  text = documentTextOf(block),
): Promise<CheckedExample> {
  const { options } = block;
  const path = options.get('path') ?? 'document.json';
  const files = memoryFiles([
    ...others.map((other) => [other.options.get('file')!, contentOf(other)] as const),
    [path, text],
  ]);
  const uri = `mem://test/${path}`;
  const contents = createContents(files, startNodeHash);
  const kind = options.get('kind') as Kind | undefined;
  const hints: KindHints = kind === undefined ? await readKindHints(contents, uri) : { associated: kind };
  const document = readDocumentBytes(uri, new TextEncoder().encode(text), hints);
  const profile = (options.get('profile') as Profile | undefined) ?? larger(own, 'recommended');
  const settings: RuleSettings = { profile, levels: new Map() };
  const found: LintFinding[] = [
    ...lint(document, settings),
    ...(await lintContent(document, settings, { contents, depth: 'all', isLayoutChecked: true })),
  ];
  if (document.kind === undefined)
    found.push({ ...unknownDocumentFinding(document), rule: unknownDocument, severity: unknownDocument.severity });
  // The other rules of a broad profile have pages of their own.
  const isWanted = ({ rule }: LintFinding) => rule.id === id || !isLarger(rule.profile, 'recommended');
  return { text, document, findings: found.filter(isWanted) };
}

/** The bytes of another file, either as written or from base64 for binary content. */
function contentOf(block: PageBlock): string | Uint8Array {
  const text = documentTextOf(block);
  return block.options.has('base64') ? Buffer.from(text, 'base64') : text;
}

/** Findings as annotations of a page. */
export function annotationsFor({ document, findings }: CheckedExample): readonly Annotation[] {
  return findings.map(({ span, severity, message }) => {
    const start = document.json.lines.positionAt(span.start);
    const end = document.json.lines.positionAt(span.end);
    const line = document.json.text.split('\n')[start.line]!;
    return {
      line: start.line,
      start: start.character,
      end: end.line === start.line ? end.character : line.length,
      severity,
      message: messageOf(message.text),
    };
  });
}

/** The text after applying the fix of each finding: the one with the given title, or the first. */
export function repaired({ text, findings }: CheckedExample, title: string): string {
  const fixes = findings.flatMap(({ fixes: own = [] }) =>
    own.filter((fix, at) => (title === '' ? at === 0 : fix.title === title)).slice(0, 1),
  );
  return fixedBy(fixes, text);
}

/** The text after applying fixes, including those that only rewrite the file. */
export function fixedBy(fixes: readonly Fix[], text: string): string {
  const edited = applyEdits(
    text,
    fixes.flatMap(({ edits }) => edits),
  );
  const isRewritten = fixes.some(({ isRewriting }) => isRewriting);
  return isRewritten ? new TextDecoder().decode(plainUtf8Of(new TextEncoder().encode(edited))) : edited;
}

const whereOf: Readonly<Record<Profile, string>> = {
  spec: 'in every profile',
  recommended: 'from the profile `recommended` on',
  portable: 'from the profile `portable` on',
  strict: 'in the profile `strict`',
};

/** The sentence of a page about when the rule runs, and at which level. */
export function levelTextOf({ severity, profile, portableSeverity, fixable }: RuleMeta): string {
  const louder = portableSeverity === undefined ? '' : `, **${portableSeverity}** from \`portable\` on`;
  return `Severity: **${severity}**, ${whereOf[profile]}${louder}${fixable ? ', with a fix' : ''}.`;
}

function messageOf(message: string): string {
  return message.replaceAll('\n', ' ');
}

function larger(a: Profile, b: Profile): Profile {
  return isLarger(a, b) ? a : b;
}

function isLarger(a: Profile, b: Profile): boolean {
  return profiles.indexOf(a) > profiles.indexOf(b);
}
