import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { layoutOf } from './layouts.ts';
import { compare, type Figure, rounded } from './measure.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Verifying a layout of 2 GiB against OpenSSL hashing the same blobs, and the peak memory. */
export async function* verify(): AsyncIterable<Figure> {
  const layout = layoutOf(4, 512 * 1024 * 1024);
  try {
    const ours = () => execFileSync(process.execPath, [cli, '--verify', layout.root]);
    const openssl = () => execFileSync('openssl', ['dgst', '-sha256', ...layout.blobs]);
    yield await compare('verify-2gib', ours, 'openssl dgst -sha256', openssl, 5);
    yield { name: 'verify-2gib-memory', value: rounded(await peakMegabytesOf(layout.root)), unit: 'MB' };
  } finally {
    layout.remove();
  }
  yield* several();
}

/** Several layouts at once, which only helps if one is read while another is hashed. */
async function* several(): AsyncIterable<Figure> {
  const layouts = Array.from({ length: 3 }, () => layoutOf(2, 128 * 1024 * 1024));
  try {
    const roots = layouts.map(({ root }) => root);
    const blobs = layouts.flatMap((layout) => layout.blobs);
    const ours = () => execFileSync(process.execPath, [cli, '--verify', ...roots]);
    for (const [program, ...args] of [['openssl', 'dgst', '-sha256'], ['sha256sum']] as const)
      yield await compare(
        'verify-3-layouts',
        ours,
        [program, ...args].join(' '),
        () => execFileSync(program, [...args, ...blobs]),
        3,
      );
  } finally {
    for (const layout of layouts) layout.remove();
  }
}

/** The peak memory according to the kernel, polled while the process runs. */
async function peakMegabytesOf(root: string): Promise<number> {
  const child = spawn(process.execPath, [cli, '--verify', root], { stdio: 'ignore' });
  let kilobytes = 0;
  const timer = setInterval(() => {
    try {
      kilobytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? kilobytes);
    } catch {
      // It has just exited.
    }
  }, 20);
  await new Promise((done) => child.once('exit', done));
  clearInterval(timer);
  return kilobytes / 1024;
}
