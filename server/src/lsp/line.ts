import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  Disposable,
  type Message,
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

/** Passes messages on synchronously; the library's reader goes through a semaphore and the event loop first. */
export class LineReader extends AbstractMessageReader {
  constructor(private readonly line: LineIn) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const take = (text: string): void => {
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
