import {
  type Connection,
  type ConnectionOptions,
  ErrorCodes,
  Message,
  type NotificationMessage,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';
import { at, notificationShapes, requestShapes, type Shape } from './shapes.ts';

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
        return Message.isNotification(message) && isLeftOut(phase, message) ? Promise.resolve() : next(message);
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
  const missing = malformedIn(params, shapeOf(requestShapes, method));
  if (missing === undefined) return undefined;
  return { code: ErrorCodes.InvalidParams, text: `${method}: ${missing} is missing or malformed.` };
}

/** A notification has no answer: what is early, late or malformed changes nothing. */
function isLeftOut(phase: Phase, { method, params }: NotificationMessage): boolean {
  if (method === 'exit') return false;
  return phase !== 'ready' || malformedIn(params, shapeOf(notificationShapes, method)) !== undefined;
}

function shapeOf(shapes: Readonly<Record<string, Shape>>, method: string): Shape {
  return (Object.hasOwn(shapes, method) ? shapes[method] : undefined) ?? {};
}

/** The path of the first parameter that is not as it must be. */
function malformedIn(params: unknown, shape: Shape): string | undefined {
  for (const path in shape) if (shape[path]?.(at(params, path)) === false) return path;
  return undefined;
}
