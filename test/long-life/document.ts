import type { Position, Range } from 'vscode-languageserver-protocol';
import { applyEdits, type TextEdit } from '../../server/src/syntax/edit.ts';
import { type LineIndex, lineIndexOf } from '../../server/src/syntax/lines.ts';
import { pieces, tokens, typedIn } from '../typing.ts';
import type { Client } from './client.ts';
import type { Random } from './random.ts';

/** An open document that a user works on. */
export class LivedDocument {
  text: string;
  isOpen = false;
  private version = 0;
  private undone: TextEdit | undefined;

  constructor(
    readonly uri: string,
    private readonly original: string,
    readonly languageId: string,
  ) {
    this.text = original;
  }

  async open(client: Client): Promise<void> {
    this.isOpen = true;
    const { uri, languageId, text } = this;
    await client.tell('textDocument/didOpen', { textDocument: { uri, languageId, version: ++this.version, text } });
  }

  async close(client: Client): Promise<void> {
    this.isOpen = false;
    await client.tell('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** Applies some edits. Now and then one is undone, or the whole text is replaced. */
  async type(client: Client, random: Random): Promise<void> {
    const isGone = Math.abs(this.text.length - this.original.length) > 2000 + this.original.length / 4;
    if (isGone || random.oneIn(50)) return this.restore(client);
    const contentChanges = [];
    for (let left = random.oneIn(10) ? 3 : 1; left > 0; left--) {
      const edit = this.undone !== undefined && random.oneIn(3) ? this.undone : this.drawn(random);
      contentChanges.push({ range: toRange(lineIndexOf(this.text), edit.start, edit.end), text: edit.text });
      const replaced = this.text.slice(edit.start, edit.end);
      this.undone = { start: edit.start, end: edit.start + edit.text.length, text: replaced };
      this.text = applyEdits(this.text, [edit]);
    }
    await this.change(client, contentChanges);
  }

  /** The initial text. */
  async restore(client: Client): Promise<void> {
    this.text = this.original;
    this.undone = undefined;
    await this.change(client, [{ text: this.text }]);
  }

  position(random: Random): Position {
    return this.lines().positionAt(random.below(this.text.length + 1));
  }

  range(random: Random): Range {
    const start = random.below(this.text.length + 1);
    return toRange(this.lines(), start, Math.min(this.text.length, start + random.below(500)));
  }

  private lines(): LineIndex {
    return lineIndexOf(this.text);
  }

  private drawn(random: Random): TextEdit {
    return typedIn(this.text, {
      how: random.oneOf(['anywhere', 'value', 'value', 'item']),
      at: random.share(),
      length: random.oneOf([0, 0, 1, 1, random.below(8), random.below(400)]),
      from: random.share(),
      isPasted: random.oneIn(4),
      piece: random.oneOf(pieces),
      token: random.oneOf(tokens),
    });
  }

  private async change(client: Client, contentChanges: readonly object[]): Promise<void> {
    const textDocument = { uri: this.uri, version: ++this.version };
    await client.tell('textDocument/didChange', { textDocument, contentChanges });
  }
}

function toRange(lines: LineIndex, start: number, end: number): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
