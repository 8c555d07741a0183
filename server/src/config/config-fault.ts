import type { Span } from '../syntax/span.ts';

/** An invalid or unknown entry in a configuration file. */
export interface ConfigFault {
  readonly span: Span;
  readonly pointer: string;
  readonly message: string;
}
