import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  Message,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import {
  compareRequest,
  formattedRequest,
  graphRequest,
  insideRequests,
  type NewParams,
  newRequests,
  replaceFileRequest,
  statusName,
  viewRequests,
} from '../protocol.ts';

export interface Gate extends ConnectionOptions {
  /** Whether the client has sent `shutdown`. */
  readonly isShutDown: boolean;
}

/** Connection options that filter messages before they reach the handlers. */
export function gatedConnection(): Gate {
  let phase: Phase = 'new';
  return {
    get isShutDown() {
      return phase === 'ended';
    },
    messageStrategy: {
      handleMessage(message, next) {
        if (Message.isRequest(message)) {
          const refusal = refusalOf(phase, message);
          if (refusal !== undefined) return next({ ...message, method: refusedMethod, params: refusal } as Message);
          if (message.method === 'initialize') phase = 'ready';
          if (message.method === 'shutdown') phase = 'ended';
        }
        const isEarlyOrLate = Message.isNotification(message) && phase !== 'ready' && message.method !== 'exit';
        return isEarlyOrLate ? Promise.resolve() : next(message);
      },
    },
  };
}

/** Responds to rejected requests. */
export function registerRefused(connection: Connection): void {
  connection.onRequest(refusedMethod, ({ code, text }: Refusal) => new ResponseError(code, text));
}

type Phase = 'new' | 'ready' | 'ended';

interface Refusal {
  readonly code: number;
  readonly text: string;
}

/** Replaces the method of rejected requests. */
const refusedMethod = 'ociManifests/refused';

/** Why a request is rejected: wrong phase of the protocol, or invalid parameters. */
function refusalOf(phase: Phase, { method, params }: RequestMessage): Refusal | undefined {
  if (phase === 'new' && method !== 'initialize')
    return { code: ErrorCodes.ServerNotInitialized, text: 'The first request must be initialize.' };
  if (phase === 'ended') return { code: ErrorCodes.InvalidRequest, text: 'The server was shut down.' };
  if (phase === 'ready' && method === 'initialize')
    return { code: ErrorCodes.InvalidRequest, text: 'The server is already initialized.' };
  const missing = Object.entries(shapes[method] ?? {}).find(([path, isRight]) => !isRight(at(params, path)));
  return missing && { code: ErrorCodes.InvalidParams, text: `${method}: ${missing[0]} is missing or malformed.` };
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isPosition: Check = (value) => ['line', 'character'].every((name) => Number.isInteger(at(value, name)));
const isRange: Check = (value) => ['start', 'end'].every((name) => isPosition(at(value, name)));
const arePositions: Check = (value) => Array.isArray(value) && value.every(isPosition);

const isAbsentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const areTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isNewThing: Check = (value) => newThings.some((thing) => thing === value);
const newThings: readonly NewParams['thing'][] = ['artifact', 'index', 'package', 'layout'];

const areResultIds: Check = (value) =>
  Array.isArray(value) && value.every((one) => isText(at(one, 'uri')) && isText(at(one, 'value')));

const isLeftEdit: Check = (value) =>
  ['uri', 'title', 'kind'].every((name) => isText(at(value, name))) &&
  Number.isInteger(at(value, 'version')) &&
  isRange(at(value, 'range')) &&
  isAbsentOr(areTexts)(at(value, 'only'));

const areMoves: Check = (value) =>
  Array.isArray(value) && value.every((one) => isText(at(one, 'oldUri')) && isText(at(one, 'newUri')));

const ofDocument = { 'textDocument.uri': isText };
const atPosition = { ...ofDocument, position: isPosition };
const ofRange = { ...ofDocument, range: isRange };

/** Required parameters of each request. */
const shapes: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  initialize: { capabilities: (value) => typeof value === 'object' && value !== null },
  'textDocument/hover': atPosition,
  'textDocument/completion': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': atPosition,
  'textDocument/documentHighlight': atPosition,
  'textDocument/implementation': atPosition,
  'textDocument/typeDefinition': atPosition,
  'workspace/textDocumentContent': { uri: isText },
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': { ...atPosition, newName: isText },
  'workspace/willRenameFiles': { files: areMoves },
  'textDocument/prepareCallHierarchy': atPosition,
  'textDocument/codeAction': ofRange,
  'codeAction/resolve': { title: isText, data: isAbsentOr(isLeftEdit) },
  'textDocument/inlayHint': ofRange,
  'textDocument/codeLens': ofDocument,
  'textDocument/diagnostic': ofDocument,
  'textDocument/documentLink': ofDocument,
  'textDocument/documentSymbol': ofDocument,
  'textDocument/foldingRange': ofDocument,
  'textDocument/selectionRange': { ...ofDocument, positions: arePositions },
  'callHierarchy/incomingCalls': { 'item.uri': isText },
  'callHierarchy/outgoingCalls': { 'item.uri': isText },
  'codeLens/resolve': { range: isRange },
  'completionItem/resolve': { label: isText },
  'workspace/symbol': { query: isText },
  'workspace/diagnostic': { previousResultIds: areResultIds },
  'workspace/executeCommand': {
    command: isText,
    arguments: isAbsentOr(Array.isArray),
  },
  [statusName]: { uri: isText },
  [formattedRequest]: { uri: isText },
  [replaceFileRequest]: { uri: isText, base64: isText, before: isText },
  [compareRequest]: { a: isText, b: isText },
  [graphRequest]: { uri: isText },
  [viewRequests.children]: { key: isText },
  [viewRequests.references]: { key: isText },
  [viewRequests.texts]: { key: isText },
  [viewRequests.verify]: { key: isText },
  [viewRequests.deletable]: { key: isText },
  [viewRequests.roots]: { filter: isAbsentOr(isText) },
  [viewRequests.path]: { uri: isText },
  [viewRequests.label]: { uri: isText },
  [insideRequests.stat]: { uri: isText },
  [insideRequests.list]: { uri: isText },
  [insideRequests.read]: { uri: isText },
  [insideRequests.open]: { uri: isText },
  [insideRequests.findPath]: { uri: isText, text: isText },
  [insideRequests.entry]: { uri: isText, text: isText },
  [newRequests.make]: {
    thing: isNewThing,
    artifactType: isAbsentOr(isText),
    files: isAbsentOr(areTexts),
    config: isAbsentOr(isText),
    subject: isAbsentOr(isText),
    layout: isAbsentOr(isText),
    tag: isAbsentOr(isText),
  },
};

function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((here, name) => {
    return typeof here === 'object' && here !== null ? (here as Record<string, unknown>)[name] : undefined;
  }, value);
}
