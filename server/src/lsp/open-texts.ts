import type { TextDocuments } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { TextEdit } from '../syntax/edit.ts';
import type { OpenText, TextState } from '../workspace/host.ts';

/** The edits from one state to the next; undefined if the full text was sent. */
interface Step {
  readonly from: TextState;
  readonly edits: readonly TextEdit[] | undefined;
}

/** An open text with its recent edits. */
export interface TrackedText extends TextDocument {
  state: TextState;
  /** Recent edits, newest last. */
  readonly steps: Step[];
  editsSince: OpenText['editsSince'];
}

/** After more changes than this, a text is parsed in full. */
const maxSteps = 50;

/** Creates and updates texts for `TextDocuments` and records their edits. */
export const trackedTexts = {
  create(uri: string, languageId: string, version: number, content: string): TrackedText {
    const steps: Step[] = [];
    const editsSince = (since: TextState) => editsIn(steps, since, text.state);
    const text: TrackedText = Object.assign(TextDocument.create(uri, languageId, version, content), {
      state: {},
      steps,
      editsSince,
    });
    return text;
  },
  update(text: TrackedText, changes: TextDocumentContentChangeEvent[], version: number): TrackedText {
    const { steps, state: from } = text;
    const edits = changes.map((change) => {
      const edit = toEdit(text, change);
      TextDocument.update(text, [change], version);
      return edit;
    });
    if (changes.length === 0) TextDocument.update(text, [], version);
    const areKnown = edits.every((edit) => edit !== undefined);
    steps.push({ from, edits: areKnown ? edits : undefined });
    if (steps.length > maxSteps) steps.shift();
    text.state = {};
    return text;
  },
};

/** Converts a change event to an edit of the previous text. */
function toEdit(text: TextDocument, change: TextDocumentContentChangeEvent): TextEdit | undefined {
  if (!('range' in change)) return undefined;
  const [a, b] = [text.offsetAt(change.range.start), text.offsetAt(change.range.end)];
  return { start: Math.min(a, b), end: Math.max(a, b), text: change.text };
}

function editsIn(steps: readonly Step[], since: TextState, now: TextState): readonly TextEdit[] | undefined {
  if (since === now) return [];
  let edits: TextEdit[] | undefined;
  for (const step of steps) {
    if (edits === undefined && step.from === since) edits = [];
    if (edits === undefined) continue;
    if (step.edits === undefined) return undefined;
    edits.push(...step.edits);
  }
  return edits;
}

/** Looks up open texts by URI in any spelling: editors differ in which characters they percent-encode. */
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
