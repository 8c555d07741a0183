import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  Disposable,
  type Message,
} from 'vscode-languageserver';

/** Where the messages of the protocol come in, each as a whole text. */
export interface LineIn {
  listen(take: (text: string) => void, failed: (error: unknown) => void, closed: () => void): void;
}

/** Where they go out. */
export interface LineOut {
  write(text: string): Promise<void>;
  listen(failed: (error: unknown) => void, closed: () => void): void;
  end(): void;
}

/** Hands on each message in the moment in which it is there: the reader of the library waits for its turn first. */
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

/** Writes each message in the moment in which it is sent. */
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
