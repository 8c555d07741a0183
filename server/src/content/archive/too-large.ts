/** Thrown if content exceeds the decompression limit: most likely a decompression bomb. */
export class TooLarge extends Error {
  constructor(
    readonly limit: number,
    message = 'exceeds the decompression limit',
  ) {
    super(message);
  }

  /** The message with numbers, formatted on demand. */
  get why(): string {
    return `decompresses to more than ${this.limit.toLocaleString('en-US')} bytes`;
  }
}

/** Thrown if decompression takes too much work relative to its output. The content may be valid. */
export class TooCostly extends TooLarge {
  constructor(limit: number) {
    super(limit, 'takes too long to decompress');
  }

  override get why(): string {
    return this.message;
  }
}
