import { run } from './cli/run.ts';

async function readStdin(): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece);
  return Buffer.concat(pieces);
}

const { argv, env, stdout, stderr } = process;
void run(argv.slice(2), { cwd: process.cwd(), env, stdout, stderr, readStdin }).then((status) => {
  process.exitCode = status;
});
