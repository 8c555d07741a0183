import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  Disposable,
  type Message,
  RAL,
} from 'vscode-languageserver';

/** Incoming messages, each as a complete JSON text. */
export interface LineIn {
  listen(take: (text: string) => void, failed: (error: unknown) => void, closed: () => void): void;
}

/** Outgoing messages. */
export interface LineOut {
  write(text: string): Promise<void>;
  listen(failed: (error: unknown) => void, closed: () => void): void;
  end(): void;
}

/** How many messages are handled at once after a read. A change and the request that follows it arrive together. */
const maxAtOnce = 4;

/**
 * Passes messages on synchronously; the library's reader goes through a semaphore and the event loop first. The library
 * also handles each message in a turn of the event loop of its own. Here that holds only for floods, during which
 * cancellations must still be seen.
 */
export class LineReader extends AbstractMessageReader {
  private left = 0;

  constructor(private readonly line: LineIn) {
    super();
    const library = RAL();
    RAL.install({ ...library, timer: { ...library.timer, setImmediate: this.handleSoon(library.timer.setImmediate) } });
  }

  private handleSoon(inNextTurn: ReturnType<typeof RAL>['timer']['setImmediate']): typeof inNextTurn {
    return (handle, ...values) => {
      if (this.left === 0) return inNextTurn(handle, ...values);
      this.left--;
      // Cheaper than queueMicrotask.
      void Promise.resolve().then(() => handle(...values));
      return Disposable.create(() => {});
    };
  }

  listen(callback: DataCallback): Disposable {
    const take = (text: string): void => {
      this.left = maxAtOnce;
      try {
        callback(JSON.parse(text));
      } catch (error) {
        this.fireError(error);
      }
    };
    this.line.listen(
      take,
      (error) => this.fireError(error),
      () => this.fireClose(),
    );
    return Disposable.create(() => {});
  }
}

/** Writes messages synchronously, in the order in which they are sent. */
export class LineWriter extends AbstractMessageWriter {
  private failures = 0;

  constructor(private readonly line: LineOut) {
    super();
    line.listen(
      (error) => this.fireError(error),
      () => this.fireClose(),
    );
  }

  async write(message: Message): Promise<void> {
    try {
      await this.line.write(JSON.stringify(message));
    } catch (error) {
      this.fireError(error, message, ++this.failures);
      throw error;
    }
  }

  end(): void {
    this.line.end();
  }
}
