import type { Contents } from '../content/stores/contents.ts';
import { inTextOrder, type LintFinding, lint } from '../lint/lint.ts';
import { lintBlob } from '../lint/lint-blob.ts';
import { lintContent } from '../lint/lint-content.ts';
import { lintUnknown } from '../lint/lint-unknown.ts';
import type { Options } from './options.ts';
import type { Source } from './source.ts';

/** Everything that there is to say of a document under its settings, in the order of the text. */
export async function check(
  { document, settings, isNamed, isOfLayout = false }: Source,
  { verify }: Pick<Options, 'verify'>,
  contents: Contents,
): Promise<readonly LintFinding[]> {
  const { rules } = settings;
  if (document.kind !== undefined) {
    // What an example points at is nowhere.
    if (document.passage !== undefined) return lint(document, rules);
    const question = { contents, depth: verify ? 'all' : 'sizes', isLayoutChecked: isOfLayout } as const;
    const ofContent = await lintContent(document, rules, question);
    return ofContent.length === 0 ? lint(document, rules) : inTextOrder([...lint(document, rules), ...ofContent]);
  }
  if (isOfLayout && document.hints.isBlob === true && verify) return lintBlob(document, rules, contents);
  return isNamed ? lintUnknown(document, rules) : [];
}
