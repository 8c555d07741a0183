import { parentPort, workerData } from 'node:worker_threads';
import { hashStream } from './content/hashing.ts';
import { diskFiles } from './node/files.ts';
import type { HashMessage, HashRequest } from './node/hash-thread.ts';
import { startNodeHash } from './node/hashing.ts';

/** Progress is reported once per this many bytes. */
const step = 16 * 1024 * 1024;

/** Runs in a worker thread: hashes one file, reports progress and posts the result. */
async function hashFile({ algorithm, uri }: HashRequest, answer: (message: HashMessage) => void): Promise<void> {
  let reported = 0;
  const hashed = await hashStream(startNodeHash, algorithm, diskFiles.read(uri), (bytes) => {
    if (bytes - reported < step) return;
    reported = bytes;
    answer({ bytes });
  });
  answer({ hashed });
}

const port = parentPort;
if (port === null) {
  console.error('oci-language-server: unknown option --hash-thread. See --help.');
  process.exitCode = 2;
} else void hashFile(workerData as HashRequest, (message) => port.postMessage(message));
