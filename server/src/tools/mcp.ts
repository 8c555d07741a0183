import type { ToolResult } from '../protocol.ts';
import definitions from './generated/definitions.json';
import { instructions } from './instructions.ts';

/** The dependencies of the server. */
export interface McpParts {
  readonly version: string;
  /** Folders to use if the client does not provide roots. */
  readonly given: readonly string[];
  send(message: object): void;
  call(name: string, input: unknown, folders: readonly string[], signal: AbortSignal): Promise<ToolResult>;
}

type Id = string | number;

interface Message {
  readonly id?: Id;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
}

/** Protocol versions, newest first. The features used here are the same in all of them. */
const versions = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];

const parseError = -32700;
const invalidRequest = -32600;
const methodNotFound = -32601;

/**
 * A Model Context Protocol server with read-only tools. Hand-written, because the official SDK would take a third of
 * the extension's size budget.
 */
export function mcpServer({ version, given, send, call }: McpParts): (line: string) => void {
  const running = new Map<Id, AbortController>();
  const waiting = new Map<Id, (message: Message) => void>();
  let hasRoots = false;
  let known: Promise<readonly string[]> | undefined;
  let count = 0;

  const answer = (id: Id, result: object): void => send({ jsonrpc: '2.0', id, result });
  const refuse = (id: Id | null, code: number, message: string): void =>
    send({ jsonrpc: '2.0', id, error: { code, message } });

  /** The client's roots, requested on first use and after each change. */
  function folders(): Promise<readonly string[]> {
    known ??= hasRoots ? askRoots() : Promise.resolve(given);
    return known;
  }

  function askRoots(): Promise<readonly string[]> {
    const id = `roots-${++count}`;
    return new Promise((done) => {
      waiting.set(id, (message) => done(rootsIn(message)));
      send({ jsonrpc: '2.0', id, method: 'roots/list' });
    });
  }

  async function callTool(id: Id, params: Message['params'] = {}): Promise<void> {
    const control = new AbortController();
    running.set(id, control);
    try {
      const { text, isError } = await call(String(params.name), params.arguments, await folders(), control.signal);
      answer(id, { content: [{ type: 'text', text }], isError });
    } catch (error) {
      // A canceled request has no response.
      if (!control.signal.aborted) answer(id, { content: [{ type: 'text', text: String(error) }], isError: true });
    } finally {
      running.delete(id);
    }
  }

  const requests: Readonly<Record<string, (id: Id, params: Message['params']) => void>> = {
    initialize(id, params = {}) {
      hasRoots = (params.capabilities as { readonly roots?: unknown } | undefined)?.roots !== undefined;
      const protocolVersion = versions.find((one) => one === params.protocolVersion) ?? versions[0];
      const serverInfo = { name: 'oci-lint', version };
      answer(id, { protocolVersion, capabilities: { tools: {} }, serverInfo, instructions: instructions(false) });
    },
    ping: (id) => answer(id, {}),
    'tools/list'(id) {
      const annotations = { readOnlyHint: true, openWorldHint: false };
      answer(id, { tools: definitions.map((definition) => ({ ...definition, annotations })) });
    },
    'tools/call': (id, params) => void callTool(id, params),
  };

  const notifications: Readonly<Record<string, (params: Message['params']) => void>> = {
    'notifications/cancelled': (params = {}) => running.get(params.requestId as Id)?.abort(),
    'notifications/roots/list_changed'() {
      known = undefined;
    },
  };

  return (line) => {
    const message = read(line);
    if (message === undefined) return refuse(null, parseError, 'Parse error');
    const { id, method, params } = message;
    if (method === undefined) {
      if (id === undefined) return refuse(null, invalidRequest, 'Invalid request');
      waiting.get(id)?.(message);
      waiting.delete(id);
    } else if (id === undefined) own(notifications, method)?.(params);
    else {
      const request = own(requests, method);
      if (request === undefined) refuse(id, methodNotFound, `Unknown method ${method}`);
      else request(id, params);
    }
  };
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function read(line: string): Message | undefined {
  try {
    const message: unknown = JSON.parse(line);
    return typeof message === 'object' && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}

/** The roots that are folders on disk. */
function rootsIn({ result }: Message): readonly string[] {
  const roots = (result as { readonly roots?: unknown } | undefined)?.roots;
  if (!Array.isArray(roots)) return [];
  const uris = roots.map((root: { readonly uri?: unknown } | null) => root?.uri);
  return uris.filter((uri) => typeof uri === 'string' && uri.startsWith('file:')) as string[];
}
