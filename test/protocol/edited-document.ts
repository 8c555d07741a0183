import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  CodeAction,
  CodeLens,
  Command,
  Diagnostic,
  DocumentDiagnosticReport,
  DocumentLink,
  Hover,
  Location,
  MarkupContent,
  Position,
  PublishDiagnosticsParams,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentStatus, describeFileCommand, statusName } from '../../server/src/protocol.ts';
import type { Editor } from './editor.ts';

/** Marks the cursor in the text of a test. */
const cursorMark = '‸';
const severities = ['', 'error', 'warning', 'information', 'hint'];

/** A document in an editor, and what a user does with it. */
export class EditedDocument {
  readonly cursor: Position;
  private content: TextDocument;
  private published: PublishDiagnosticsParams | undefined;

  constructor(
    private readonly editor: Editor,
    readonly uri: string,
    marked: string,
  ) {
    const at = marked.indexOf(cursorMark);
    const text = marked.replace(cursorMark, '');
    this.content = TextDocument.create(uri, 'json', 1, text);
    this.cursor = this.content.positionAt(Math.max(at, 0));
  }

  get text(): string {
    return this.content.getText();
  }

  get version(): number {
    return this.content.version;
  }

  /** The findings for this version, pulled or awaited. */
  async diagnostics(): Promise<readonly Diagnostic[]> {
    if (this.editor.way === 'pull') {
      const report: DocumentDiagnosticReport = await this.request('textDocument/diagnostic', {});
      assert.equal(report.kind, 'full');
      return report.kind === 'full' ? report.items : [];
    }
    while (this.published?.version !== this.version) await this.editor.nextNews(this.uri);
    return this.published.diagnostics;
  }

  /** The findings as shown to a user: `error descriptor-size under -1`. */
  async problems(): Promise<readonly string[]> {
    return (await this.diagnostics()).map(({ severity, code, range }) => {
      const under = this.content.getText(range);
      return `${severities[severity ?? 0]} ${code} under ${under.length > 30 ? `${under.slice(0, 30)}…` : under}`;
    });
  }

  /** The findings after something other than an edit of this document happened. */
  async problemsAfter(happening: () => Promise<unknown>): Promise<readonly string[]> {
    const news = this.editor.nextNews(this.uri);
    await happening();
    await news;
    return this.problems();
  }

  /** Waits for the expected findings, because content is checked in the background. */
  async problemsUntil(
    isExpected: (problems: readonly string[]) => boolean,
    happening: () => Promise<unknown>,
  ): Promise<readonly string[]> {
    let news = this.editor.nextNews(this.uri);
    await happening();
    for (;;) {
      await news;
      // Before asking, so that news in between are not missed.
      news = this.editor.nextNews(this.uri);
      const problems = await this.problems();
      if (isExpected(problems)) return problems;
    }
  }

  /** Replaces a text that occurs once, like typing. */
  async replace(old: string, text: string): Promise<void> {
    const start = this.text.indexOf(old);
    assert.ok(start >= 0 && this.text.indexOf(old, start + 1) < 0, `"${old}" must occur once`);
    const range = { start: this.content.positionAt(start), end: this.content.positionAt(start + old.length) };
    await this.change([{ range, newText: text }]);
  }

  async save(): Promise<void> {
    await this.editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri } });
  }

  /** Saves to disk without a notification. */
  writeFile(): void {
    writeFileSync(fileURLToPath(this.uri), this.text);
  }

  /** Executes a server command on this document. */
  async run(command: string, ...rest: readonly unknown[]): Promise<void> {
    await this.editor.connection.sendRequest('workspace/executeCommand', { command, arguments: [this.uri, ...rest] });
  }

  async close(): Promise<void> {
    await this.editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** The code actions at the cursor, optionally of some kinds only. */
  actions(...only: string[]): Promise<CodeAction[]> {
    const range = { start: this.cursor, end: this.cursor };
    const context = { diagnostics: [], ...(only.length === 0 ? {} : { only }) };
    return this.request('textDocument/codeAction', { range, context });
  }

  /** Applies the action with this title. */
  async take(title: string, ...only: string[]): Promise<void> {
    const offered = await this.actions(...only);
    const action = offered.find((candidate) => candidate.title === title);
    assert.ok(action, `"${title}" is not offered, only: ${offered.map((candidate) => candidate.title).join('; ')}`);
    await this.change(editsOf((await this.withEdit(action)).edit, this.uri, this.version));
  }

  /** Applies the action with this title, including edits of other files and commands. */
  async do(title: string): Promise<void> {
    const offered = await this.actions();
    const action = offered.find((candidate) => candidate.title === title);
    assert.ok(action, `"${title}" is not offered, only: ${offered.map((candidate) => candidate.title).join('; ')}`);
    const { edit } = await this.withEdit(action);
    if (edit !== undefined) await this.editor.apply(edit);
    if (action.command === undefined) return;
    const { command, arguments: rest } = action.command;
    await this.editor.connection.sendRequest('workspace/executeCommand', { command, arguments: rest });
  }

  /** An action with its edit. */
  private async withEdit(action: CodeAction): Promise<CodeAction> {
    const isWhole = action.edit !== undefined || action.data === undefined;
    return isWhole ? action : this.editor.connection.sendRequest<CodeAction>('codeAction/resolve', action);
  }

  hover(): Promise<Hover | null> {
    return this.request('textDocument/hover', { position: this.cursor });
  }

  /** The hover at the cursor, as Markdown. */
  async card(): Promise<string> {
    const { contents } = (await this.hover()) ?? { contents: '' };
    return (contents as MarkupContent).value ?? '';
  }

  /** The lenses as `4 manifest · linux/arm64 · ✓`, with lines counted from 0. */
  async lenses(): Promise<readonly string[]> {
    return (await this.resolvedLenses()).map(({ range, command }) => `${range.start.line} ${command?.title}`);
  }

  /** The command of each of them. */
  async lensCommands(): Promise<readonly (Command | undefined)[]> {
    return (await this.resolvedLenses()).map(({ command }) => command);
  }

  /** The lenses as sent, before they are resolved. */
  async lensesAtOnce(): Promise<readonly CodeLens[]> {
    return this.request('textDocument/codeLens', {});
  }

  private async resolvedLenses(): Promise<readonly CodeLens[]> {
    return Promise.all((await this.lensesAtOnce()).map((lens) => this.resolved(lens)));
  }

  /** Editors resolve only lenses without a command. */
  private async resolved(lens: CodeLens): Promise<CodeLens> {
    return lens.command === undefined ? this.editor.connection.sendRequest('codeLens/resolve', lens) : lens;
  }

  /** Clicks the lens above a line and executes its command. */
  async click(line: number): Promise<void> {
    const lens = (await this.lensesAtOnce()).find(({ range }) => range.start.line === line);
    assert.ok(lens, 'lens');
    const { command } = await this.resolved(lens);
    await this.editor.connection.sendRequest('workspace/executeCommand', {
      command: command?.command,
      arguments: command?.arguments,
    });
  }

  /** Describes a file that the user picked. */
  async describe(pointer: string, fileUri: string): Promise<void> {
    await this.editor.connection.sendRequest('workspace/executeCommand', {
      command: describeFileCommand,
      arguments: [this.uri, pointer, fileUri],
    });
  }

  definition(): Promise<Location | null> {
    return this.request('textDocument/definition', { position: this.cursor });
  }

  references(): Promise<readonly Location[]> {
    return this.request('textDocument/references', {
      position: this.cursor,
      context: { includeDeclaration: false },
    });
  }

  links(): Promise<readonly DocumentLink[]> {
    return this.request('textDocument/documentLink', {});
  }

  /** Applies an edit that the server requests. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    await this.change(editsOf(edit, this.uri, this.version));
  }

  status(): Promise<DocumentStatus | null> {
    return this.editor.connection.sendRequest(statusName, { uri: this.uri });
  }

  /** The findings that the editor shows now, if they are pushed. */
  get shown(): readonly Diagnostic[] | undefined {
    return this.published?.diagnostics;
  }

  receive(params: PublishDiagnosticsParams): void {
    this.published = params;
  }

  /** Sends a request about this document. */
  request<Answer>(method: string, params: object): Promise<Answer> {
    return this.editor.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  private async change(edits: readonly TextEdit[]): Promise<void> {
    // From the end, so that earlier ranges stay valid.
    const ordered = [...edits].sort(
      (a, b) => this.content.offsetAt(b.range.start) - this.content.offsetAt(a.range.start),
    );
    const contentChanges = ordered.map(({ range, newText }) => ({ range, text: newText }));
    const version = this.version + 1;
    this.content = TextDocument.update(this.content, contentChanges, version);
    const textDocument = { uri: this.uri, version };
    await this.editor.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }
}

function editsOf(edit: WorkspaceEdit | undefined, uri: string, version: number): TextEdit[] {
  const [change] = edit?.documentChanges ?? [];
  assert.ok(change !== undefined && 'textDocument' in change, 'a versioned edit of one document');
  assert.deepEqual(change.textDocument, { uri, version });
  return change.edits as TextEdit[];
}
