import {
  CustomExecution,
  type Disposable,
  l10n,
  type Pseudoterminal,
  Task,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type LintTask, lintTerminal } from './lint-terminal.ts';

/** As in the manifest. */
const type = 'oci-lint';

/**
 * Provides tasks that lint each folder or verify its layouts. The server does the work in both hosts. `client` returns
 * the current client.
 */
export function provideLintTasks(client: () => BaseLanguageClient): Disposable {
  const taskOf = (definition: LintTask, scope: WorkspaceFolder | TaskScope.Workspace, name: string): Task => {
    const open = async (): Promise<Pseudoterminal> => lintTerminal(definition, scope, client);
    const task = new Task(definition, scope, name, type, new CustomExecution(open), '$oci-lint');
    task.group = TaskGroup.Test;
    task.presentationOptions = { clear: true };
    return task;
  };
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).flatMap((folder) => [
        taskOf({ type, command: 'lint' }, folder, l10n.t('lint the folder')),
        taskOf({ type, command: 'verify' }, folder, l10n.t('verify the layouts')),
      ]),
    resolveTask: ({ definition, scope, name }) => {
      if (definition.command !== 'lint' && definition.command !== 'verify') return undefined;
      const isFolder = typeof scope === 'object';
      // Keeps the definition object, by which VS Code recognizes the task.
      return taskOf(definition as LintTask, isFolder ? scope : TaskScope.Workspace, name);
    },
  });
}
