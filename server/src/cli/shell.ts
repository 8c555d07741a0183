import type { Files } from '../content/files.ts';
import type { TextStream } from '../node/standard-streams.ts';
import type { Page } from './formats.ts';
import type { Options } from './options.ts';
import { toUri } from './source.ts';

/** The environment of commands. */
export interface Shell {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readStdin(): Promise<Uint8Array>;
  /** Do not search above these folders. Absent: unrestricted. */
  readonly tops?: readonly string[];
  /** The files that may be read. Default: all files on disk. */
  readonly files?: Files;
}

/** Columns if the width is unknown. */
const usualWidth = 100;

/** The properties of a report on a stream. FORCE_COLOR also simulates a terminal, as in CI. */
export function pageOf(stream: TextStream, { env, cwd }: Shell, options: Options): Page {
  const isForced = !['', '0', 'false'].includes(env.FORCE_COLOR ?? '');
  const isTerminal = options.outputFile === undefined && (stream.isTTY === true || isForced);
  return {
    isTerminal,
    hasColor: isTerminal && !options.noColor && (isForced || !refusesColor(env)),
    width: stream.columns ?? usualWidth,
    folder: toUri(cwd),
  };
}

/** https://no-color.org: any value except the empty one. */
function refusesColor({ NO_COLOR = '', FORCE_COLOR, TERM }: Shell['env']): boolean {
  return NO_COLOR !== '' || FORCE_COLOR !== undefined || TERM === 'dumb';
}
