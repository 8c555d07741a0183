import type { Span } from '../syntax/span.ts';

/** A place in a configuration file that says nothing we know. */
export interface ConfigFault {
  readonly span: Span;
  readonly pointer: string;
  readonly message: string;
}
