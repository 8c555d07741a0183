import type { Contents } from '../content/stores/contents.ts';
import type { OciDocument } from '../oci/document.ts';
import { blobNameMatches } from '../rules/layout/blob-name-matches.ts';
import { isOn, type RuleSettings } from '../rules/support/settings.ts';
import type { LintFinding } from './lint-finding.ts';
import { toLintFinding } from './to-lint-finding.ts';

/** Findings in a layout blob that is not a document: whether its name matches its digest. */
export async function lintBlob(
  document: OciDocument,
  settings: RuleSettings,
  contents: Contents,
): Promise<readonly LintFinding[]> {
  if (!isOn(blobNameMatches.meta, settings)) return [];
  const layout = await contents.layoutOf(document.uri);
  const reading = { document, targets: [], layout, isLayoutChecked: true, contents, depth: 'all' } as const;
  const found: LintFinding[] = [];
  for await (const finding of blobNameMatches.checkContent(reading))
    found.push(toLintFinding(blobNameMatches, finding, settings));
  return found;
}
