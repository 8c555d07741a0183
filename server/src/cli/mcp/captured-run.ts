import type { TextStream } from '../../node/standard-streams.ts';
import type { ExitStatus } from '../exit-status.ts';
import type { Shell } from '../shell.ts';
import type { Roots } from './roots.ts';

/** Output and exit status of a command. */
export interface CapturedRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: ExitStatus;
}

/** The command line. */
export type Run = (args: readonly string[], shell: Shell) => Promise<ExitStatus>;

/** Runs a command confined to the roots. */
export async function capturedRun(run: Run, args: readonly string[], roots: Roots, stdin = ''): Promise<CapturedRun> {
  const [stdout, stderr] = [new Captured(), new Captured()];
  const status = await run(args, {
    cwd: roots.first(),
    env: { NO_COLOR: '1' },
    stdout,
    stderr,
    readStdin: async () => Buffer.from(stdin),
    tops: roots.folders,
    files: roots.files,
  });
  return { stdout: stdout.text, stderr: stderr.text, status };
}

class Captured implements TextStream {
  text = '';

  write(text: string, done?: (error?: null) => void): void {
    this.text += text;
    done?.();
  }

  on(): void {}
}
