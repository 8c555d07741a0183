import type { TextStream } from '../node/standard-streams.ts';
import { counted } from '../protocol/counted.ts';

/** A progress line on a terminal. */
export interface Progress {
  /** Another document has been processed. */
  step(): void;
  /** Erases the line. Must be called before anything else is written; the line reappears with the next update. */
  clear(): void;
  end(): void;
}

/** Most runs finish before progress is of interest. Milliseconds. */
const patience = 1000;
const interval = 100;

export const noProgress: Progress = { step() {}, clear() {}, end() {} };

/** Shows progress on a terminal to which nothing else is written at the same time. */
export function progressOn(terminal: TextStream): Progress {
  const start = Date.now();
  let count = 0;
  let isShown = false;
  const clear = () => {
    if (isShown) terminal.write('\r\u001b[K');
    isShown = false;
  };
  const show = () => {
    if (Date.now() - start < patience) return;
    const seconds = Math.floor((Date.now() - start) / 1000);
    terminal.write(`\r\u001b[KChecking… ${counted(count, 'document')}, ${seconds} s`);
    isShown = true;
  };
  const timer = setInterval(show, interval);
  timer.unref();
  return {
    step: () => void count++,
    clear,
    end() {
      clearInterval(timer);
      clear();
    },
  };
}
