import { type CodeAction, type CodeLens, type Command, commands, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** More than the code actions and lenses of several editors. The server resolves at most 500 lenses ahead. */
const limit = 5000;

/**
 * Keeps the commands of code actions and lenses valid until they are executed. VS Code forgets the arguments of a
 * command with its list, which it may drop between the click and the execution ("Actual command not found", see
 * https://github.com/microsoft/vscode/issues/331834). A command without arguments has nothing to forget.
 */
export function keepCommands(client: BaseLanguageClient, lasting: LastingCommands): void {
  client.clientOptions.middleware = {
    ...client.middleware,
    async provideCodeActions(document, range, context, token, next) {
      const actions = await next(document, range, context, token);
      for (const action of actions ?? []) if (!isCommand(action)) lasting.keep(action);
      return actions;
    },
    async provideCodeLenses(document, token, next) {
      const lenses = await next(document, token);
      for (const lens of lenses ?? []) lasting.keep(lens);
      return lenses;
    },
    async resolveCodeLens(unresolved, token, next) {
      const lens = await next(unresolved, token);
      if (lens) lasting.keep(lens);
      return lens;
    },
  };
}

function isCommand(action: Command | CodeAction): action is Command {
  return typeof action.command === 'string';
}

interface Kept {
  readonly id: string;
  readonly registration: Disposable;
}

/** Commands without arguments that execute commands with arguments. The latest are kept. */
export class LastingCommands implements Disposable {
  private readonly kept = new Map<string, Kept>();
  /** IDs are not used again, also after a restart: an old click must not execute another command. */
  private count = 0;

  /** Replaces the command of a code action or lens. */
  keep(owner: CodeAction | CodeLens): void {
    const { command } = owner;
    if (command?.arguments?.length) owner.command = { ...command, command: this.idOf(command), arguments: [] };
  }

  private idOf({ command, arguments: given = [] }: Command): string {
    const key = JSON.stringify([command, given]);
    const kept = this.kept.get(key) ?? this.register(() => commands.executeCommand(command, ...given));
    // The latest are at the end.
    this.kept.delete(key);
    this.kept.set(key, kept);
    this.forgetOldest();
    return kept.id;
  }

  private register(execute: () => Thenable<unknown>): Kept {
    const id = `ociManifests.kept.${++this.count}`;
    return { id, registration: commands.registerCommand(id, execute) };
  }

  private forgetOldest(): void {
    for (const [key, { registration }] of this.kept) {
      if (this.kept.size <= limit) return;
      registration.dispose();
      this.kept.delete(key);
    }
  }

  dispose(): void {
    for (const { registration } of this.kept.values()) registration.dispose();
    this.kept.clear();
  }
}
