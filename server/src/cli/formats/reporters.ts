import type { Format, Page, Reporter } from '../formats.ts';
import { agent } from './agent.ts';
import { concise } from './concise.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { rdjson } from './rdjson.ts';
import { sarif } from './sarif.ts';
import { stylish } from './stylish.ts';

/** Reporter factories by format. */
export const reporters: Readonly<Record<Format, (page: Page) => Reporter>> = {
  stylish,
  concise,
  json,
  sarif,
  github,
  gitlab,
  junit,
  rdjson,
  agent,
};
