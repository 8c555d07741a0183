import { blobUriOf } from '../../content/layout/layout.ts';
import { createContents } from '../../content/stores/contents.ts';
import { below } from '../../content/uris.ts';
import { newLayout } from '../../create/new-layout.ts';
import { smallBlob } from '../../create/small-blob.ts';
import { lint } from '../../lint/lint.ts';
import { lintContent } from '../../lint/lint-content.ts';
import type { LintFinding } from '../../lint/lint-finding.ts';
import { startNodeHash } from '../../node/hashing.ts';
import { readDigest } from '../../oci/digest.ts';
import { readDocument } from '../../oci/document.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { defaultRuleSettings } from '../../rules/support/settings.ts';
import { stringAt } from '../../syntax/tree.ts';
import { CliError } from '../cli-error.ts';
import { toUri } from '../source.ts';
import type { Draft, Workshop } from './draft.ts';
import type { LayoutPlan } from './layout-plan.ts';
import { plannedFiles } from './planned-files.ts';

/**
 * Checks a draft with every rule that will be asked about it once it is written, its content read whole. Throws a CliError
 * about an error; about a warning, too, unless it was forced: then the warnings are the answer.
 */
export async function checkDraft(draft: Draft, plan: LayoutPlan | undefined, { options }: Workshop): Promise<string[]> {
  const own = plan?.own ?? smallBlob(Buffer.from(draft.text));
  const blobs = plan?.blobs ?? [...draft.blobs, own];
  const root = plan === undefined ? 'draft:///new' : toUri(plan.path);
  const contents = createContents(plannedFiles(root, blobs, { ...newLayout, ...plan?.files }), startNodeHash);
  const question = { contents, depth: 'all', isLayoutChecked: false } as const;
  const document = readDocument(blobUriOf({ root }, readDigest(own.digest)!), draft.text, {
    pointedAs: draft.mediaType,
  });
  const ofContent = await lintContent(document, defaultRuleSettings, question);
  const findings = [
    ...lint(document, defaultRuleSettings),
    // A manifest by itself may stand anywhere; where its content is, is not for it to say.
    ...ofContent.filter(({ rule }) => plan !== undefined || rule.id !== 'content-missing'),
    ...(await configFindings()),
    ...entryFindings(),
  ];
  const worst = findings.find(({ severity }) => severity === 'error') ?? findings.find(isWarning);
  if (worst !== undefined && (worst.severity === 'error' || !options.force)) throw new CliError(complaintOf(worst));
  return findings.filter(isWarning).map(({ message }) => message);

  async function configFindings(): Promise<readonly LintFinding[]> {
    const config = document.descriptors.find(({ role }) => role === 'config');
    const mediaType = stringAt(config?.node, 'mediaType');
    const blob = blobs.find(({ digest }) => digest === stringAt(config?.node, 'digest'));
    if (blob === undefined || kindOfMediaType(mediaType) === undefined) return [];
    const read = await contents.documentOf(blob.content, mediaType);
    return read === undefined ? [] : lint(read, defaultRuleSettings);
  }

  /** About the new entry of the layout's index; the others are as they were. */
  function entryFindings(): readonly LintFinding[] {
    const text = plan?.files['index.json'];
    if (text === undefined) return [];
    const index = readDocument(below(root, 'index.json'), text, { path: 'index' });
    const entry = index.descriptors.findIndex(({ node }) => stringAt(node, 'digest') === own.digest);
    return lint(index, defaultRuleSettings).filter(({ pointer }) => `${pointer}/`.startsWith(`/manifests/${entry}/`));
  }
}

function isWarning({ severity }: LintFinding): boolean {
  return severity === 'warning';
}

function complaintOf({ severity, message, rule }: LintFinding): string {
  const remedy = severity === 'warning' ? ' Use --force to write it anyway.' : '';
  return `nothing was written: ${message} (${rule.id})${remedy}`;
}
