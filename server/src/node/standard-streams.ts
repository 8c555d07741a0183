import { fstatSync, statSync, writeSync } from 'node:fs';

/** The parts of standard output and error that are used. */
export interface TextStream {
  readonly isTTY?: boolean;
  /** Width, if it is a terminal. */
  readonly columns?: number;
  write(text: string, done?: (error?: NodeJS.ErrnoException | null) => void): unknown;
  on(event: 'error', listener: () => void): unknown;
}

/**
 * Standard output (1) or error (2). Node's stream takes milliseconds to load, so files and pipes are written directly
 * and synchronously.
 */
export function standardStream(descriptor: 1 | 2): TextStream {
  return isPlain(descriptor) ? new PlainStream(descriptor) : streamOf(descriptor);
}

function streamOf(descriptor: 1 | 2): NodeJS.WriteStream {
  return descriptor === 1 ? process.stdout : process.stderr;
}

/** Whether it is definitely not a terminal. */
function isPlain(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (stat.isFile() || stat.isFIFO() || stat.isSocket()) return true;
    return stat.isCharacterDevice() && statSync('/dev/null').rdev === stat.rdev;
  } catch {
    return false;
  }
}

class PlainStream implements TextStream {
  constructor(private readonly descriptor: 1 | 2) {}

  write(text: string, done: (error?: NodeJS.ErrnoException | null) => void = () => {}): void {
    const bytes = Buffer.from(text);
    let at = 0;
    try {
      while (at < bytes.length) at += writeSync(this.descriptor, bytes, at);
      done();
    } catch (error) {
      // A non-blocking pipe is full.
      if (isFull(error)) streamOf(this.descriptor).write(bytes.subarray(at), done);
      else done(error as NodeJS.ErrnoException);
    }
  }

  /** Errors are passed to the caller of `write`. */
  on(): void {}
}

function isFull(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}
