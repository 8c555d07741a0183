import {
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
  LSPErrorCodes,
  MessageType,
  ResponseError,
} from 'vscode-languageserver';
import type { CodeAction } from 'vscode-languageserver-types';
import type { ClientPart } from '../features/client-part.ts';
import type { Service, UnresolvedEdit } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import { toCommand } from './commands.ts';
import type { Answer } from './guard.ts';
import type { Speaker } from './speaker.ts';

/** Handles code action requests and resolves their edits. */
export function registerCodeActions(
  connection: Connection,
  service: Service,
  abilities: Abilities,
  part: ClientPart,
  { say }: Speaker,
  answer: Answer,
): void {
  const { takesVersionedEdits: isVersioned, makesFiles, takesActions, resolvesEdits } = abilities;
  const common = { isVersioned, makesFiles, part, defersEdits: takesActions && resolvesEdits };

  connection.onCodeAction(({ textDocument: { uri }, range, context }, token) => {
    const request = { ...common, range, only: kindsIn(context) };
    const found = async (signal: AbortSignal) => {
      const actions = await service.codeActions(uri, request, signal);
      return takesActions ? [...actions] : actions.map(toCommand);
    };
    return answer(token, found, []);
  });

  connection.onCodeActionResolve((action, token) => {
    const unresolved = (action.data ?? undefined) as UnresolvedEdit | undefined;
    // Clients may send a resolve request for any action.
    if (unresolved === undefined || action.edit !== undefined) return action;
    const resolved = async (signal: AbortSignal): Promise<CodeAction | 'changed'> => {
      const edit = await service.resolveEdit(unresolved, common, signal);
      if (edit === 'changed') return edit;
      // No message on save, where the user did not request the action explicitly.
      const isOnSave = unresolved.only?.some((kind) => kind.startsWith('source')) === true;
      if (edit === undefined && !isOnSave) say(MessageType.Info, nothingDone);
      return edit === undefined ? action : { ...action, edit };
    };
    return answer(token, resolved, action).then((found) => (found === 'changed' ? outdated : found));
  });
}

const nothingDone = 'Nothing to apply: each fix would introduce a new problem.';
const outdated = new ResponseError<void>(LSPErrorCodes.ContentModified, 'The document was changed in the meantime.');

/** Automatic requests, on every cursor movement, only get quick fixes at the cursor. */
function kindsIn(context: CodeActionParams['context'] | undefined): readonly string[] | undefined {
  const isUnasked = context?.triggerKind === CodeActionTriggerKind.Automatic;
  return context?.only ?? (isUnasked ? ['quickfix'] : undefined);
}
