import type { Contents } from '../content/stores/contents.ts';
import { type Accepted, unaccepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { lintWithContent } from '../lint/lint-with-content.ts';
import type { OciDocument } from '../oci/document.ts';
import { readFileDocument } from '../workspace/file-document.ts';
import type { DocumentSettings } from '../workspace/settings.ts';

/** A file that no editor has open, with its findings. */
export interface FileCheck {
  readonly document: OciDocument;
  readonly findings: readonly LintFinding[];
}

/** What a check takes to know of a file. */
export interface FileFacts {
  readonly settings: DocumentSettings;
  readonly accepted: Accepted;
}

/** Checks a file as it would be checked if it were open; undefined for what is none of ours. Rejects when cancelled. */
export async function checkFile(
  uri: string,
  contents: Contents,
  { settings, accepted }: FileFacts,
  most: number,
  signal: AbortSignal,
): Promise<FileCheck | undefined> {
  if (!settings.isEnabled) return undefined;
  const document = (await readFileDocument(uri, contents, settings, signal))?.document;
  if (document?.kind === undefined) return undefined;
  const question = { contents, depth: 'small', isLayoutChecked: true } as const;
  const found = await lintWithContent(document, settings.rules, question, most, signal);
  return { document, findings: unaccepted(document, found, accepted) };
}
