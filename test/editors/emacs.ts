import assert from 'node:assert/strict';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import type { Person } from './person.ts';
import { outputOf, startProgram } from './programs.ts';

/** Emacs in a terminal with simulated typing. The results are read through Emacs's own server. */
export interface Emacs {
  open(path: string): Promise<void>;
  text(): Promise<string>;
  mode(): Promise<string>;
  /** The Flymake diagnostics of the current file, one per line, or undefined before the server has published any. */
  problems(): Promise<readonly string[] | undefined>;
  /** Moves point to a position (line and column from 1), and applies the code action that Eglot proposes. */
  takeCodeAction(line: number, column: number): Promise<void>;
}

const keys = { findFile: '\x18\x06', goToLine: '\x1bgg', forward: '\x06', command: '\x1bx', enter: '\r' };

/** The functions that the tests call in Emacs. A file without diagnostics is also reported. */
const observer = `
(require 'server)
(require 'eglot)
(require 'json)
(setq server-socket-dir (getenv "HOME") server-name "emacs.sock")
;; The usual limits are too short for a busy machine.
(setq eglot-connect-timeout 120 jsonrpc-default-request-timeout 120)
(defvar heard nil)
(advice-add 'eglot-handle-notification :after
            (lambda (_server method &rest params)
              (when (eq method 'textDocument/publishDiagnostics)
                (push (eglot--uri-to-path (plist-get params :uri)) heard))))
(defun place-of (position)
  (save-excursion
    (goto-char position)
    (format "%d:%d" (line-number-at-pos) (1+ (current-column)))))
(defun problem-of (found)
  (format "%s-%s %s %s"
          (place-of (flymake-diagnostic-beg found)) (place-of (flymake-diagnostic-end found))
          (flymake-diagnostic-type found) (flymake-diagnostic-text found)))
(defun problems ()
  (when (member buffer-file-name heard)
    (vconcat (mapcar #'problem-of (flymake-diagnostics)))))
(server-start)
`;

/** Starts Emacs with a configuration as the user's `init.el`. */
export async function startEmacs(program: string, person: Person, configuration: string): Promise<Emacs> {
  person.write('.emacs.d/init.el', configuration);
  // Otherwise Emacs spends its first minutes compiling its own packages for the new home folder.
  person.write('.emacs.d/early-init.el', '(setq native-comp-deferred-compilation nil)');
  person.write('observer.el', observer);
  const options = { cwd: person.folder, env: { ...person.env, TERM: 'xterm' } };
  const command = `stty rows 40 cols 120; exec ${program} -nw -l ../observer.el`;
  const terminal = startProgram('script', ['-qec', command, '/dev/null'], {
    ...options,
    stdio: ['pipe', 'ignore', 'ignore'],
  });

  const type = (...strokes: readonly string[]): void => void terminal.stdin!.write(strokes.join(''));
  const evaluate = async <Value>(lisp: string): Promise<Value> => {
    const json = `(with-current-buffer (window-buffer) (json-encode ${lisp}))`;
    const form = `(base64-encode-string (encode-coding-string ${json} 'utf-8) t)`;
    const printed = await outputOf('emacsclient', ['-s', join(person.home, 'emacs.sock'), '--eval', form], options);
    return JSON.parse(Buffer.from(printed.trim().slice(1, -1), 'base64').toString());
  };
  const position = '(list (line-number-at-pos) (1+ (current-column)))';
  await eventually(() => evaluate('t'));
  return {
    async open(path) {
      const file = join(person.folder, path);
      type(keys.findFile, file, keys.enter);
      await eventually(async () => assert.equal(await evaluate('buffer-file-name'), file));
    },
    text: () => evaluate('(buffer-string)'),
    mode: () => evaluate('major-mode'),
    problems: async () => (await evaluate('(problems)')) ?? undefined,
    async takeCodeAction(line, column) {
      type(keys.goToLine, String(line), keys.enter, keys.forward.repeat(column - 1));
      await eventually(async () => assert.deepEqual(await evaluate(position), [line, column]));
      type(keys.command, 'eglot-code-actions', keys.enter);
      await eventually(async () => assert.match(await evaluate('(minibuffer-prompt)'), /Pick an action/));
      type(keys.enter);
    },
  };
}
