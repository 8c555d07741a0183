import { join } from 'node:path';
import { startCompiled } from './node/code-cache.ts';

/** Which build this is; the bundler puts it here. */
declare const BUILD: string;

startCompiled(join(__dirname, 'cli', 'main.js'), BUILD);
