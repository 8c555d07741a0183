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

/** As the manifest has it. */
const type = 'oci-lint';

/** Offers to lint each folder, and to verify its layouts; the server does it, in both hosts. `client`: the one that runs. */
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
      // It keeps the definition as it is: by that VS Code knows the task again.
      return taskOf(definition as LintTask, isFolder ? scope : TaskScope.Workspace, name);
    },
  });
}
