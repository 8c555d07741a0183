import type { CodeAction, Command, WorkspaceEdit } from 'vscode-languageserver-types';
import { blobDigestOf } from '../content/layout/layout.ts';
import { type Content, isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import type { NearMiss } from '../content/stores/near-miss.ts';
import { below, folderOf } from '../content/uris.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { toDigestText } from '../oci/descriptor.ts';
import type { Digest } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { restoreCommand } from '../protocol.ts';
import type { Span } from '../syntax/span.ts';
import { descriptorAt } from './content-links.ts';
import { toDiagnostic } from './diagnostics.ts';
import { guardedEdit, type TextOf } from './guarded-edit.ts';
import { touches } from './ranges.ts';

/** Content that does not match its digest. */
interface Broken {
  readonly content: Content;
  readonly digest: Digest;
}

/** The accident that explains a digest mismatch, if it is a common one. */
export type AccidentOf = (
  content: Content,
  digest: Digest,
) => Promise<Pick<NearMiss, 'remedy' | 'isLineEnds'> | undefined>;

/**
 * Code actions that revert an accidental change: restore the exact bytes and, if git converts line endings, add a line
 * to .gitattributes. Only if bytes can be written. `textOf`: text of other files; undefined if the client cannot edit
 * them.
 */
export async function restoreActionsOf(
  document: OciDocument,
  findings: readonly LintFinding[],
  span: Span,
  contents: Contents,
  accidentOf: AccidentOf,
  textOf: TextOf | undefined,
): Promise<CodeAction[]> {
  const actions: CodeAction[] = [];
  for (const finding of findings.filter((one) => touches(one.span, span))) {
    const broken = await brokenBy(finding, document, contents);
    if (broken === undefined) continue;
    const accident = await accidentOf(broken.content, broken.digest);
    if (accident !== undefined)
      actions.push(...(await actionsOf(document, finding, broken, accident, contents, textOf)));
  }
  return actions;
}

/** The content that a finding is about. */
async function brokenBy(
  { rule, span }: LintFinding,
  document: OciDocument,
  contents: Contents,
): Promise<Broken | undefined> {
  if (rule.id === 'blob-name-matches') {
    const digest = blobDigestOf(document.uri);
    const content = await fileContentOf(contents.files, document.uri);
    return digest !== undefined && isContent(content) ? { content, digest } : undefined;
  }
  if (rule.id !== 'descriptor-digest-matches') return undefined;
  const written = descriptorAt(document, span.start);
  if (written?.value === undefined) return undefined;
  const content = await contents.find(written, document.uri);
  return isContent(content) ? { content, digest: written.value.digest } : undefined;
}

async function actionsOf(
  document: OciDocument,
  finding: LintFinding,
  { content: { uri }, digest }: Broken,
  { remedy, isLineEnds }: Pick<NearMiss, 'remedy' | 'isLineEnds'>,
  { files }: Contents,
  textOf: TextOf | undefined,
): Promise<CodeAction[]> {
  if (uri === undefined) return [];
  const title = `Restore original bytes: ${remedy}`;
  const diagnostics = [toDiagnostic(document, finding)];
  const command = { title, command: restoreCommand, arguments: [document.uri, toDigestText(digest), uri] };
  const keeping = isLineEnds && textOf !== undefined ? await attributesCommandOf(uri, files, textOf) : undefined;
  const attributes: CodeAction[] =
    keeping === undefined ? [] : [{ title: keeping.title, kind: 'quickfix', diagnostics, command: keeping }];
  return [{ title, kind: 'quickfix', diagnostics, isPreferred: true, command }, ...attributes];
}

/** Real folders are never nested deeper, but a crafted URI may be. */
const maxDepth = 100;

/**
 * A command that adds a line to `.gitattributes` in the file's work tree; undefined if it is not in a work tree or the
 * line exists.
 */
async function attributesCommandOf(
  uri: string,
  files: Contents['files'],
  textOf: TextOf,
): Promise<Command | undefined> {
  const folder = blobDigestOf(uri) === undefined ? folderOf(uri) : folderOf(folderOf(uri));
  let tree = folder;
  for (let depth = 0; (await files.stat(below(tree, '.git'))) === undefined; depth++) {
    if (folderOf(tree) === tree || depth === maxDepth) return undefined;
    tree = folderOf(tree);
  }
  const path = decodeURIComponent(folder.slice(tree.length)).replace(/^\//, '');
  const pattern = path === '' ? '*' : `${path}/**`;
  const line = `${/[\s"\\]/.test(pattern) ? JSON.stringify(pattern) : pattern} -text`;
  const target = below(tree, '.gitattributes');
  const text = await textOf(target);
  if (text?.split('\n').includes(line)) return undefined;
  const title = 'Disable line ending conversion in .gitattributes';
  return guardedEdit(title, target, text, attributesEdit(target, text, line));
}

/** Appends a line to a file, which may have to be created. */
function attributesEdit(uri: string, text: string | undefined, line: string): WorkspaceEdit {
  const lines = (text ?? '').split('\n');
  const last = lines.at(-1) ?? '';
  const end = { line: lines.length - 1, character: last.length };
  const newText = last === '' ? `${line}\n` : `\n${line}\n`;
  const change = { textDocument: { uri, version: null }, edits: [{ range: { start: end, end }, newText }] };
  return { documentChanges: text === undefined ? [{ kind: 'create', uri }, change] : [change] };
}
