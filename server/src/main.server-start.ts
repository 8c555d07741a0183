import { join } from 'node:path';
import { startCompiled } from './node/code-cache.ts';
import { expectLongRuns } from './node/long-run.ts';

/** Build identifier, injected by the bundler. */
declare const BUILD: string;

/** Milliseconds. Most editors have opened a document by then. */
const soon = 2000;

expectLongRuns();
// In Node the server starts from V8's code cache. A web worker has no such cache and loads the bundle directly.
startCompiled(join(__dirname, 'server.web.js'), BUILD, process.argv.includes('--hash-thread') ? undefined : soon);
