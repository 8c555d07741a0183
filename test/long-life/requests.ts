import type { CallHierarchyItem, CodeAction, CodeLens, CompletionItem } from 'vscode-languageserver-protocol';
import {
  compareRequest,
  formattedRequest,
  formattedScheme,
  graphRequest,
  newRequests,
  statusName,
  updateAllCommand,
  type ViewNode,
  verifyCommand,
  viewRequests,
} from '../../server/src/protocol.ts';
import type { Cancelled, Client } from './client.ts';
import type { LivedDocument } from './document.ts';
import type { Random } from './random.ts';

/** A single request, or several where one depends on the answer to another. */
export type Question = (
  client: Client,
  document: LivedDocument,
  random: Random,
  cancelled: Cancelled | undefined,
) => Promise<unknown>;

const ofDocument =
  (method: string): Question =>
  (client, { uri }, _random, cancelled) =>
    client.ask(method, { textDocument: { uri } }, cancelled);

const atPosition =
  (method: string): Question =>
  (client, document, random, cancelled) =>
    client.ask(
      method,
      { textDocument: { uri: document.uri }, position: document.position(random), context: {} },
      cancelled,
    );

const ofUri =
  (method: string): Question =>
  (client, { uri }, _random, cancelled) =>
    client.ask(method, { uri }, cancelled);

/** Every kind of request that the server answers, by name. */
export const questions: Readonly<Record<string, Question>> = {
  diagnostic: ofDocument('textDocument/diagnostic'),
  hover: atPosition('textDocument/hover'),
  definition: atPosition('textDocument/definition'),
  references: atPosition('textDocument/references'),
  highlights: atPosition('textDocument/documentHighlight'),
  implementations: atPosition('textDocument/implementation'),
  types: atPosition('textDocument/typeDefinition'),
  async rename(client, document, random, cancelled) {
    const textDocument = { uri: document.uri };
    const position = document.position(random);
    await client.ask('textDocument/prepareRename', { textDocument, position }, cancelled);
    const newName = random.oneOf(['v9', 'a b', `sha256:${'a'.repeat(64)}`, 'docs/a.txt']);
    await client.ask('textDocument/rename', { textDocument, position, newName }, cancelled);
  },
  renamedFiles: (client, { uri }, _random, cancelled) =>
    client.ask('workspace/willRenameFiles', { files: [{ oldUri: uri, newUri: `${uri}.old` }] }, cancelled),
  shown: (client, { uri }, _random, cancelled) =>
    client.ask(
      'workspace/textDocumentContent',
      { uri: `${formattedScheme}:/shown.json?${encodeURIComponent(uri)}` },
      cancelled,
    ),
  links: ofDocument('textDocument/documentLink'),
  symbols: ofDocument('textDocument/documentSymbol'),
  folding: ofDocument('textDocument/foldingRange'),
  async completion(client, document, random, cancelled) {
    const list = await atPosition('textDocument/completion')(client, document, random, cancelled);
    const { items = [] } = (list ?? {}) as { items?: readonly CompletionItem[] };
    if (items.length > 0) await client.ask('completionItem/resolve', random.oneOf(items));
  },
  async lenses(client, document, random, cancelled) {
    const lenses = (await ofDocument('textDocument/codeLens')(client, document, random, cancelled)) as CodeLens[];
    if (lenses?.length > 0) await client.ask('codeLens/resolve', random.oneOf(lenses), cancelled);
  },
  selection: (client, document, random, cancelled) =>
    client.ask(
      'textDocument/selectionRange',
      { textDocument: { uri: document.uri }, positions: [document.position(random), document.position(random)] },
      cancelled,
    ),
  hints: (client, document, random, cancelled) =>
    client.ask(
      'textDocument/inlayHint',
      { textDocument: { uri: document.uri }, range: document.range(random) },
      cancelled,
    ),
  async actions(client, document, random, cancelled) {
    const asked = {
      textDocument: { uri: document.uri },
      range: document.range(random),
      context: { diagnostics: [], ...(random.oneIn(8) ? { only: ['source.fixAll'] } : { triggerKind: 2 }) },
    };
    const actions = (await client.ask('textDocument/codeAction', asked, cancelled)) as CodeAction[];
    if (actions?.length > 0) await client.ask('codeAction/resolve', random.oneOf(actions), cancelled);
  },
  workspaceSymbols: (client, _document, random, cancelled) =>
    client.ask('workspace/symbol', { query: random.oneOf(['', 'amd64', 'v', 'nightly']) }, cancelled),
  workspaceDiagnostics: (client, _document, _random, cancelled) =>
    client.ask('workspace/diagnostic', { previousResultIds: [] }, cancelled),
  async calls(client, document, random, cancelled) {
    const prepared = await atPosition('textDocument/prepareCallHierarchy')(client, document, random, cancelled);
    const [item] = (prepared ?? []) as CallHierarchyItem[];
    if (item === undefined) return;
    await client.ask('callHierarchy/incomingCalls', { item }, cancelled);
    await client.ask('callHierarchy/outgoingCalls', { item }, cancelled);
  },
  status: ofUri(statusName),
  formatted: ofUri(formattedRequest),
  graph: ofUri(graphRequest),
  label: ofUri(viewRequests.label),
  compare: (client, { uri }, _random, cancelled) => client.ask(compareRequest, { a: uri, b: uri }, cancelled),
  async view(client, _document, random, cancelled) {
    let nodes = (await client.ask(viewRequests.roots, {}, cancelled)) as readonly ViewNode[];
    while (nodes?.length > 0) {
      const { key } = random.oneOf(nodes);
      await client.ask(viewRequests.references, { key }, cancelled);
      nodes = (await client.ask(viewRequests.children, { key }, cancelled)) as readonly ViewNode[];
    }
  },
  artifactChoices: (client, _document, _random, cancelled) => client.ask(newRequests.artifacts, {}, cancelled),
  newChoices: (client, _document, _random, cancelled) => client.ask(newRequests.choices, {}, cancelled),
  newIndex: (client, { uri }, _random, cancelled) =>
    client.ask(newRequests.make, { thing: 'index', files: [uri] }, cancelled),
  verify: (client, { uri }, _random, cancelled) =>
    client.ask('workspace/executeCommand', { command: verifyCommand, arguments: [uri, '/manifests/0'] }, cancelled),
  updateAll: (client, { uri }, _random, cancelled) =>
    client.ask('workspace/executeCommand', { command: updateAllCommand, arguments: [uri] }, cancelled),
};
