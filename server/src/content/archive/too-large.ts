/** Thrown when content unpacks to more than anybody packs: a bomb, or nearly one. */
export class TooLarge extends Error {
  constructor(
    readonly limit: number,
    message = 'exceeds the decompression limit',
  ) {
    super(message);
  }

  /** With its numbers, which are written only when they are asked for. */
  get why(): string {
    return `decompresses to more than ${this.limit.toLocaleString('en-US')} bytes`;
  }
}

/** Thrown when unpacking takes more work than what comes of it is worth: sound, perhaps, but not worth the wait. */
export class TooCostly extends TooLarge {
  constructor(limit: number) {
    super(limit, 'takes too long to decompress');
  }

  override get why(): string {
    return this.message;
  }
}
