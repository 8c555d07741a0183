import type { Files } from '../content/files.ts';
import type { StartHash } from '../content/hashing.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import type { Depth } from '../content/stores/targets.ts';
import { below } from '../content/uris.ts';
import { check } from '../lint/check.ts';
import { lint } from '../lint/lint.ts';
import { nothingAccepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { type OciDocument, readDocument } from '../oci/document.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import { defaultRuleSettings } from '../rules/support/settings.ts';
import { stringAt } from '../syntax/tree.ts';
import { newLayout } from './new-layout.ts';
import type { NewDocument } from './plan-in-layout.ts';
import { plannedFiles } from './planned-files.ts';
import { type Blob, blobUriIn, smallBlob } from './small-blob.ts';

/** A layout after the planned changes. */
export interface PlannedLayout {
  readonly root: string;
  /** The new document itself, one of the blobs. */
  readonly own: Blob;
  /** The document and everything it references. */
  readonly blobs: readonly Blob[];
  /** New or changed files outside `blobs`, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** What is needed to check a draft. */
export interface DraftMeans {
  /** The current files. */
  readonly files: Files;
  readonly startHash: StartHash;
  readonly depth: Depth;
}

/**
 * Runs all rules that would apply to a draft once written, in a layout or standalone: on the document, its content, its
 * config, and its entry in the layout's index.
 */
export async function findingsInDraft(
  draft: NewDocument,
  plan: PlannedLayout | undefined,
  { files, startHash, depth }: DraftMeans,
): Promise<readonly LintFinding[]> {
  const own = plan?.own ?? smallBlob(new TextEncoder().encode(draft.text));
  const blobs = plan?.blobs ?? [...draft.blobs, own];
  const root = plan?.root ?? 'draft:///new';
  const planned = plannedFiles(root, blobs, { ...newLayout, ...plan?.files }, plan && files);
  const contents = createContents(planned, startHash);
  const document = readDocument(blobUriIn(root, own), draft.text, { pointedAs: draft.mediaType });
  const options = { contents, depth, isLayoutChecked: false, isNamed: false, accepted: nothingAccepted } as const;
  const found = await check(document, { ...options, rules: defaultRuleSettings });
  return [
    // The content of a standalone manifest may be stored anywhere.
    ...found.filter(({ rule }) => plan !== undefined || rule.id !== 'content-missing'),
    ...(await configFindings(document, blobs, contents)),
    ...(plan === undefined ? [] : entryFindings(plan)),
  ];
}

async function configFindings(
  { descriptors }: OciDocument,
  blobs: readonly Blob[],
  contents: Contents,
): Promise<readonly LintFinding[]> {
  const config = descriptors.find(({ role }) => role === 'config');
  const mediaType = stringAt(config?.node, 'mediaType');
  const blob = blobs.find(({ digest }) => digest === stringAt(config?.node, 'digest'));
  if (blob === undefined || kindOfMediaType(mediaType) === undefined) return [];
  const read = await contents.documentOf(blob.content, mediaType);
  return read === undefined ? [] : lint(read, defaultRuleSettings);
}

/** Findings about the new index entry only. The other entries are unchanged. */
function entryFindings({ root, own, files: { 'index.json': text } }: PlannedLayout): readonly LintFinding[] {
  if (text === undefined) return [];
  const index = readDocument(below(root, 'index.json'), text, { path: 'index' });
  const entry = index.descriptors.findIndex(({ node }) => stringAt(node, 'digest') === own.digest);
  return lint(index, defaultRuleSettings).filter(({ pointer }) => `${pointer}/`.startsWith(`/manifests/${entry}/`));
}
