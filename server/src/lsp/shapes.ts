import { URI } from 'vscode-uri';
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

type Check = (value: unknown) => boolean;

/** Checks, by the path of a parameter. */
export type Shape = Readonly<Record<string, Check>>;

const isText: Check = (value) => typeof value === 'string';
/** Even if nothing exists there. */
const isUri: Check = (value) => typeof value === 'string' && isReadable(value);
const isPosition: Check = (value) => Number.isInteger(at(value, 'line')) && Number.isInteger(at(value, 'character'));
const isRange: Check = (value) => isPosition(at(value, 'start')) && isPosition(at(value, 'end'));
const arePositions: Check = (value) => Array.isArray(value) && value.every(isPosition);

const isAbsentOr =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const areTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isNewThing: Check = (value) => newThings.some((thing) => thing === value);
const newThings: readonly NewParams['thing'][] = ['artifact', 'index', 'package', 'layout'];

const areResultIds: Check = (value) =>
  Array.isArray(value) && value.every((one) => isUri(at(one, 'uri')) && isText(at(one, 'value')));

const isLeftEdit: Check = (value) =>
  ['uri', 'title', 'kind'].every((name) => isText(at(value, name))) &&
  Number.isInteger(at(value, 'version')) &&
  isRange(at(value, 'range')) &&
  isAbsentOr(areTexts)(at(value, 'only'));

const isLensData: Check = (value) => isUri(at(value, 'uri')) && isAbsentOr(isText)(at(value, 'pointer'));

const areFolders: Check = (value) => Array.isArray(value) && value.every((folder) => isUri(at(folder, 'uri')));
const areMoves: Check = (value) =>
  Array.isArray(value) && value.every((one) => isUri(at(one, 'oldUri')) && isUri(at(one, 'newUri')));

const areDiagnostics: Check = (value) => Array.isArray(value) && value.every((one) => isRange(at(one, 'range')));

const ofDocument = { 'textDocument.uri': isUri };
const atPosition = { ...ofDocument, position: isPosition };
const ofRange = { ...ofDocument, range: isRange };

/** The required parameters of each request. */
export const requestShapes: Readonly<Record<string, Shape>> = {
  initialize: {
    capabilities: (value) => typeof value === 'object' && value !== null,
    workspaceFolders: isAbsentOr(areFolders),
    rootUri: isAbsentOr(isText),
    rootPath: isAbsentOr(isText),
  },
  'textDocument/hover': atPosition,
  'textDocument/completion': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': atPosition,
  'textDocument/documentHighlight': atPosition,
  'textDocument/implementation': atPosition,
  'textDocument/typeDefinition': atPosition,
  'workspace/textDocumentContent': { uri: isUri },
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': { ...atPosition, newName: isText },
  'workspace/willRenameFiles': { files: areMoves },
  'textDocument/prepareCallHierarchy': atPosition,
  'textDocument/codeAction': {
    ...ofRange,
    'context.diagnostics': isAbsentOr(areDiagnostics),
    'context.only': isAbsentOr(areTexts),
  },
  'codeAction/resolve': { title: isText, data: isAbsentOr(isLeftEdit) },
  'textDocument/inlayHint': ofRange,
  'textDocument/codeLens': ofDocument,
  'textDocument/diagnostic': ofDocument,
  'textDocument/documentLink': ofDocument,
  'textDocument/documentSymbol': ofDocument,
  'textDocument/foldingRange': ofDocument,
  'textDocument/selectionRange': { ...ofDocument, positions: arePositions },
  'callHierarchy/incomingCalls': { 'item.uri': isUri },
  'callHierarchy/outgoingCalls': { 'item.uri': isUri },
  'codeLens/resolve': { range: isRange, data: isAbsentOr(isLensData) },
  'completionItem/resolve': { label: isText },
  'workspace/symbol': { query: isText },
  'workspace/diagnostic': { previousResultIds: areResultIds },
  'workspace/executeCommand': {
    command: isText,
    arguments: isAbsentOr(Array.isArray),
  },
  [statusName]: { uri: isUri },
  [formattedRequest]: { uri: isUri },
  [replaceFileRequest]: { uri: isUri, base64: isText, before: isText },
  [compareRequest]: { a: isUri, b: isUri },
  [graphRequest]: { uri: isUri },
  [viewRequests.children]: { key: isText },
  [viewRequests.references]: { key: isText },
  [viewRequests.texts]: { key: isText },
  [viewRequests.verify]: { key: isText },
  [viewRequests.deletable]: { key: isText },
  [viewRequests.roots]: { filter: isAbsentOr(isText) },
  [viewRequests.path]: { uri: isUri },
  [viewRequests.label]: { uri: isUri },
  [insideRequests.stat]: { uri: isUri },
  [insideRequests.list]: { uri: isUri },
  [insideRequests.read]: { uri: isUri },
  [insideRequests.open]: { uri: isUri },
  [insideRequests.findPath]: { uri: isUri, text: isText },
  [insideRequests.entry]: { uri: isUri, text: isText },
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

const isToken: Check = (value) => isText(value) || Number.isInteger(value);
const isRangeOrAbsent = isAbsentOr(isRange);
const isChange: Check = (value) => isText(at(value, 'text')) && isRangeOrAbsent(at(value, 'range'));
const areChanges: Check = (value) => Array.isArray(value) && value.every(isChange);
const isFileEvent: Check = (value) => isUri(at(value, 'uri')) && Number.isInteger(at(value, 'type'));
const areFileEvents: Check = (value) => Array.isArray(value) && value.every(isFileEvent);
const ofVersion = { ...ofDocument, 'textDocument.version': Number.isInteger };

/** The same for notifications. A malformed one would break all later requests. */
export const notificationShapes: Readonly<Record<string, Shape>> = {
  'textDocument/didOpen': { ...ofVersion, 'textDocument.languageId': isText, 'textDocument.text': isText },
  'textDocument/didChange': { ...ofVersion, contentChanges: areChanges },
  'textDocument/didClose': ofDocument,
  'textDocument/willSave': ofDocument,
  'textDocument/didSave': ofDocument,
  'workspace/didChangeWatchedFiles': { changes: areFileEvents },
  '$/setTrace': { value: isText },
  'window/workDoneProgress/cancel': { token: isToken },
  'workspace/didChangeWorkspaceFolders': { 'event.added': areFolders, 'event.removed': areFolders },
};

/** The value at a path of names; undefined if there is none. */
export function at(value: unknown, path: string): unknown {
  const dot = path.indexOf('.');
  if (dot >= 0) return at(at(value, path.slice(0, dot)), path.slice(dot + 1));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[path] : undefined;
}

/** URIs found readable. Every message about an open document names the same one. */
const readable = new Set<string>();
const maxReadable = 100;

function isReadable(uri: string): boolean {
  if (readable.has(uri)) return true;
  try {
    if (URI.parse(uri).toString() === '') return false;
  } catch {
    return false;
  }
  if (readable.size === maxReadable) readable.clear();
  readable.add(uri);
  return true;
}
