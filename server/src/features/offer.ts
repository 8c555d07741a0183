import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';

/** A code action whose edit may be left until somebody takes it: most that a light bulb offers, nobody does. */
export type Offer = CodeAction & { readonly makeEdit?: () => Promise<WorkspaceEdit | undefined> };

/** The offers with their edits, for clients that ask once; without those that come to nothing. */
export async function withEdits(offers: readonly Offer[]): Promise<CodeAction[]> {
  const actions = offers.map(async ({ makeEdit, ...action }): Promise<CodeAction[]> => {
    if (makeEdit === undefined) return [action];
    const edit = await makeEdit();
    return edit === undefined ? [] : [{ ...action, edit }];
  });
  return (await Promise.all(actions)).flat();
}

/** The offers without the edits that are still to be made, each with what it is to be found again by. */
export function withoutEdits(offers: readonly Offer[], data: object): CodeAction[] {
  return offers.map(({ makeEdit, ...action }) =>
    makeEdit === undefined ? action : { ...action, data: { ...data, title: action.title, kind: action.kind } },
  );
}
