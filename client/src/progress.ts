import { ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient, WorkDoneProgressBegin } from 'vscode-languageclient';

/** In milliseconds. Faster operations need no notification. */
const patience = 500;

/** A server operation with visible progress and a Cancel button. */
interface ShownWork {
  /** `percentage` is the total so far. */
  report(percentage: number): void;
  end(): void;
}

/**
 * Shows cancelable server operations in a notification with a Cancel button. By default the client uses the status bar,
 * where nobody would look for one.
 */
export function showProgress(client: BaseLanguageClient): void {
  const works = new Map<number | string, ShownWork>();
  // A stopped server has nothing to cancel.
  client.onDidChangeState(() => {
    for (const work of works.values()) work.end();
    works.clear();
  });
  client.clientOptions.middleware = {
    ...client.middleware,
    handleWorkDoneProgress(token, progress, next) {
      if (progress.kind === 'begin' && progress.cancellable === true) {
        const cancel = (): void => void client.sendNotification('window/workDoneProgress/cancel', { token });
        works.set(token, showWork(progress, cancel));
        return;
      }
      const work = works.get(token);
      if (progress.kind === 'report' && work !== undefined) {
        work.report(progress.percentage ?? 0);
        return;
      }
      works.delete(token);
      work?.end();
      // The client disposes of the token.
      next(token, progress);
    },
  };
}

function showWork({ title }: WorkDoneProgressBegin, cancel: () => void): ShownWork {
  let [done, reported] = [0, 0];
  let tell = (): void => {};
  let finish = (): void => {};
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const timer = setTimeout(() => {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    void window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(cancel);
      tell = () => {
        progress.report({ increment: done - reported });
        reported = done;
      };
      tell();
      return ended;
    });
  }, patience);
  return {
    report(percentage) {
      done = Math.max(done, percentage);
      tell();
    },
    end() {
      clearTimeout(timer);
      finish();
    },
  };
}
