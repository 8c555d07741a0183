import { join } from 'node:path';
import { startCompiled } from './node/code-cache.ts';

/** Build identifier, injected by the bundler. */
declare const BUILD: string;

startCompiled(join(__dirname, 'cli', 'main.js'), BUILD);
