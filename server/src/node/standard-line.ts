import { readFrames } from './framing.ts';

/** The process's standard input and output, as a line of the protocol. `broken`: what came in is none. */
export function standardLine(broken: (why: string) => void) {
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
      /** In one piece, so that whoever reads is woken once for it. */
      write: (text: string): Promise<void> =>
        new Promise((done, failed) => {
          const framed = `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
          stdout.write(framed, (error) => (error ? failed(error) : done()));
        }),
      end: (): void => void stdout.end(),
    },
  };
}
