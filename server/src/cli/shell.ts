import type { Files } from '../content/files.ts';
import type { TextStream } from '../node/standard-streams.ts';
import type { Page } from './formats.ts';
import type { Options } from './options.ts';
import { toUri } from './source.ts';

/** The process's surroundings, as the commands see them. */
export interface Shell {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  readStdin(): Promise<Uint8Array>;
  /** The folders above which nothing is looked for; absent: the whole disk is open. */
  readonly tops?: readonly string[];
  /** The files that may be read; absent: those on disk. */
  readonly files?: Files;
}

/** In columns, where nobody says. */
const usualWidth = 100;

/** How a report on a stream may look. FORCE_COLOR stands for a terminal where none is seen, as in CI. */
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

/** https://no-color.org: set to anything but nothing. */
function refusesColor({ NO_COLOR = '', FORCE_COLOR, TERM }: Shell['env']): boolean {
  return NO_COLOR !== '' || FORCE_COLOR !== undefined || TERM === 'dumb';
}
