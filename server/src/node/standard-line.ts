import { readFrames } from './framing.ts';

/** LSP messages over standard input and output. `broken` is called if the input is not LSP, `mute` on a write error. */
export function standardLine(broken: (why: string) => void, mute: (error: Error) => void) {
  const { stdin, stdout } = process;
  return {
    in: {
      listen(take: (text: string) => void, failed: (error: unknown) => void, closed: () => void): void {
        stdin.on('error', failed).on('close', closed);
        readFrames(stdin, { take: (body) => take(body.toString()), broken });
      },
    },
    out: {
      listen: (failed: (error: unknown) => void, closed: () => void): void =>
        void stdout.on('error', failed).on('close', closed),
      /** Header and body in one write, so that the reader wakes up once per message. */
      write: (text: string): Promise<void> =>
        new Promise((done) => {
          const framed = `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
          stdout.write(framed, (error) => (error ? mute(error) : done()));
        }),
      end: (): void => void stdout.end(),
    },
  };
}
