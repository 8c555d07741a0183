import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';

/** A code action whose edit is created on demand, because most offered actions are never used. */
export type Offer = CodeAction & { readonly makeEdit?: () => Promise<WorkspaceEdit | undefined> };

/** Creates all edits, for clients that cannot resolve code actions. Omits actions without an edit. */
export async function withEdits(offers: readonly Offer[]): Promise<CodeAction[]> {
  const actions = offers.map(async ({ makeEdit, ...action }): Promise<CodeAction[]> => {
    if (makeEdit === undefined) return [action];
    const edit = await makeEdit();
    return edit === undefined ? [] : [{ ...action, edit }];
  });
  return (await Promise.all(actions)).flat();
}

/** Leaves edits to be created later; each action has data to identify it when it is resolved. */
export function withoutEdits(offers: readonly Offer[], data: object): CodeAction[] {
  return offers.map(({ makeEdit, ...action }) =>
    makeEdit === undefined ? action : { ...action, data: { ...data, title: action.title, kind: action.kind } },
  );
}
