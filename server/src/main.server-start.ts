import { join } from 'node:path';
import { startCompiled } from './node/code-cache.ts';
import { expectLongRuns } from './node/long-run.ts';

/** Which build this is; the bundler puts it here. */
declare const BUILD: string;

/** By then most editors have opened a document. In milliseconds. */
const soon = 2000;

expectLongRuns();
// In Node the server starts from what V8 kept of it; in a worker, where nothing is kept, by itself.
startCompiled(join(__dirname, 'server.web.js'), BUILD, process.argv.includes('--hash-thread') ? undefined : soon);
