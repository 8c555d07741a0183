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

/** Stands in a test's text for the cursor. */
const cursorMark = '‸';
const severities = ['', 'error', 'warning', 'information', 'hint'];

/** A document that is open in an editor, and what a person does with it. */
export class EditedDocument {
  readonly cursor: Position;
  private content: TextDocument;
  private published: PublishDiagnosticsParams | undefined;
  private told: (() => void) | undefined;

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

  /** The findings about this version: pulled, or, where they are pushed, as soon as they have come. */
  async diagnostics(): Promise<readonly Diagnostic[]> {
    if (this.editor.way === 'pull') {
      const report: DocumentDiagnosticReport = await this.request('textDocument/diagnostic', {});
      assert.equal(report.kind, 'full');
      return report.kind === 'full' ? report.items : [];
    }
    while (this.published?.version !== this.version) await new Promise<void>((done) => (this.told = done));
    return this.published.diagnostics;
  }

  /** The findings as a person reads them: `error descriptor-size under -1`. */
  async problems(): Promise<readonly string[]> {
    return (await this.diagnostics()).map(({ severity, code, range }) => {
      const under = this.content.getText(range);
      return `${severities[severity ?? 0]} ${code} under ${under.length > 30 ? `${under.slice(0, 30)}…` : under}`;
    });
  }

  /** The findings once something has happened that is no edit of this document. */
  async problemsAfter(happening: () => Promise<unknown>): Promise<readonly string[]> {
    const news = this.editor.nextNews(this.uri);
    await happening();
    await news;
    return this.problems();
  }

  /** The findings as soon as they are as expected: what is behind a document is looked at in its own time. */
  async problemsUntil(
    isExpected: (problems: readonly string[]) => boolean,
    happening: () => Promise<unknown>,
  ): Promise<readonly string[]> {
    let problems = await this.problemsAfter(happening);
    while (!isExpected(problems)) problems = await this.problemsAfter(async () => {});
    return problems;
  }

  /** Replaces a piece of the text that occurs once, as typing does. */
  async replace(old: string, text: string): Promise<void> {
    const start = this.text.indexOf(old);
    assert.ok(start >= 0 && this.text.indexOf(old, start + 1) < 0, `"${old}" must occur once`);
    const range = { start: this.content.positionAt(start), end: this.content.positionAt(start + old.length) };
    await this.change([{ range, newText: text }]);
  }

  async save(): Promise<void> {
    await this.editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.uri } });
  }

  /** Saves to disk, without telling anybody. */
  writeFile(): void {
    writeFileSync(fileURLToPath(this.uri), this.text);
  }

  /** Has the server carry out one of its commands on this document. */
  async run(command: string, ...rest: readonly unknown[]): Promise<void> {
    await this.editor.connection.sendRequest('workspace/executeCommand', { command, arguments: [this.uri, ...rest] });
  }

  async close(): Promise<void> {
    await this.editor.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri } });
  }

  /** What the light bulb offers at the cursor; of some kinds only, where they are named. */
  actions(...only: string[]): Promise<CodeAction[]> {
    const range = { start: this.cursor, end: this.cursor };
    const context = { diagnostics: [], ...(only.length === 0 ? {} : { only }) };
    return this.request('textDocument/codeAction', { range, context });
  }

  /** Takes the action of this title. */
  async take(title: string, ...only: string[]): Promise<void> {
    const offered = await this.actions(...only);
    const action = offered.find((candidate) => candidate.title === title);
    assert.ok(action, `"${title}" is not offered, only: ${offered.map((candidate) => candidate.title).join('; ')}`);
    await this.change(editsOf((await this.withEdit(action)).edit, this.uri, this.version));
  }

  /** Takes the action of this title, whatever files it changes or commands it runs. */
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

  /** The card at the cursor, as Markdown. */
  async card(): Promise<string> {
    const { contents } = (await this.hover()) ?? { contents: '' };
    return (contents as MarkupContent).value ?? '';
  }

  /** What stands above the lines: `4 manifest · linux/arm64 · ✓`, lines counted from 0. */
  async lenses(): Promise<readonly string[]> {
    return (await this.resolvedLenses()).map(({ range, command }) => `${range.start.line} ${command?.title}`);
  }

  /** What a click on each of them does. */
  async lensCommands(): Promise<readonly (Command | undefined)[]> {
    return (await this.resolvedLenses()).map(({ command }) => command);
  }

  /** The lenses as they come, those that say something already with it. */
  async lensesAtOnce(): Promise<readonly CodeLens[]> {
    return this.request('textDocument/codeLens', {});
  }

  private async resolvedLenses(): Promise<readonly CodeLens[]> {
    return Promise.all((await this.lensesAtOnce()).map((lens) => this.resolved(lens)));
  }

  /** Editors ask only for those that say nothing yet. */
  private async resolved(lens: CodeLens): Promise<CodeLens> {
    return lens.command === undefined ? this.editor.connection.sendRequest('codeLens/resolve', lens) : lens;
  }

  /** Clicks on the lens above a line, whose command the server carries out. */
  async click(line: number): Promise<void> {
    const lens = (await this.lensesAtOnce()).find(({ range }) => range.start.line === line);
    assert.ok(lens, 'lens');
    const { command } = await this.resolved(lens);
    await this.editor.connection.sendRequest('workspace/executeCommand', {
      command: command?.command,
      arguments: command?.arguments,
    });
  }

  /** Has the server describe a file that was picked. */
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

  /** Takes an edit that the server asks for. */
  async apply(edit: WorkspaceEdit): Promise<void> {
    await this.change(editsOf(edit, this.uri, this.version));
  }

  status(): Promise<DocumentStatus | null> {
    return this.editor.connection.sendRequest(statusName, { uri: this.uri });
  }

  /** The findings that the editor shows at this moment, where they are pushed. */
  get shown(): readonly Diagnostic[] | undefined {
    return this.published?.diagnostics;
  }

  receive(params: PublishDiagnosticsParams): void {
    this.published = params;
    this.told?.();
  }

  /** Asks about this document. */
  request<Answer>(method: string, params: object): Promise<Answer> {
    return this.editor.connection.sendRequest(method, { textDocument: { uri: this.uri }, ...params });
  }

  private async change(edits: readonly TextEdit[]): Promise<void> {
    // From the end on, so that the ranges of the first ones still hold.
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
  assert.ok(change !== undefined && 'textDocument' in change, 'an edit of a version of one document');
  assert.deepEqual(change.textDocument, { uri, version });
  return change.edits as TextEdit[];
}
