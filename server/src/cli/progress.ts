import type { TextStream } from '../node/standard-streams.ts';
import { counted } from '../protocol/counted.ts';

/** A line on a terminal that says how far a long run has come. */
export interface Progress {
  /** Another document is done. */
  step(): void;
  /** Takes the line away, to be called before anything else is written; it comes back with the next step of time. */
  clear(): void;
  end(): void;
}

/** Most runs are over before anyone wonders. In milliseconds. */
const patience = 1000;
const interval = 100;

export const noProgress: Progress = { step() {}, clear() {}, end() {} };

/** Shows progress on a terminal that is not otherwise written to at the same time. */
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
