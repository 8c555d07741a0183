import type { TextDocuments } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { TextEdit } from '../syntax/edit.ts';
import type { OpenText } from '../workspace/host.ts';

/** The edits that led from one version to the next; undefined where the whole text was sent again. */
interface Step {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly TextEdit[] | undefined;
}

/** A text that an editor holds, and how it came to be. */
export interface TrackedText extends TextDocument {
  /** The last steps, the newest last. */
  readonly steps: Step[];
  editsSince: OpenText['editsSince'];
}

/** Older versions than this many steps ago are read again. */
const maxSteps = 50;

/** How `TextDocuments` makes and changes texts: with a memory of the edits. */
export const trackedTexts = {
  create(uri: string, languageId: string, version: number, content: string): TrackedText {
    const steps: Step[] = [];
    const editsSince = (since: number) => editsIn(steps, since, text.version);
    const text: TrackedText = Object.assign(TextDocument.create(uri, languageId, version, content), {
      steps,
      editsSince,
    });
    return text;
  },
  update(text: TrackedText, changes: TextDocumentContentChangeEvent[], version: number): TrackedText {
    const { steps, version: from } = text;
    const edits = changes.map((change) => {
      const edit = toEdit(text, change);
      TextDocument.update(text, [change], version);
      return edit;
    });
    if (changes.length === 0) TextDocument.update(text, [], version);
    const areKnown = edits.every((edit) => edit !== undefined);
    steps.push({ from, to: version, edits: areKnown ? edits : undefined });
    if (steps.length > maxSteps) steps.shift();
    return text;
  },
};

/** What a change does to the text before it. */
function toEdit(text: TextDocument, change: TextDocumentContentChangeEvent): TextEdit | undefined {
  if (!('range' in change)) return undefined;
  const [a, b] = [text.offsetAt(change.range.start), text.offsetAt(change.range.end)];
  return { start: Math.min(a, b), end: Math.max(a, b), text: change.text };
}

function editsIn(steps: readonly Step[], since: number, version: number): readonly TextEdit[] | undefined {
  if (since === version) return [];
  const first = steps.findIndex(({ from }) => from === since);
  if (first < 0) return undefined;
  const edits: TextEdit[] = [];
  for (const step of steps.slice(first)) {
    if (step.edits === undefined) return undefined;
    edits.push(...step.edits);
  }
  return edits;
}

/** The texts that are open, by their URIs however they are written: editors escape other characters than we do. */
export function openTexts(texts: TextDocuments<TrackedText>): (uri: string) => TrackedText | undefined {
  const written = new Map<string, string>();
  texts.onDidOpen(({ document: { uri } }) => written.set(normal(uri), uri));
  texts.onDidClose(({ document: { uri } }) => written.delete(normal(uri)));
  return (uri) => texts.get(uri) ?? texts.get(written.get(normal(uri)) ?? uri);
}

function normal(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}
