import { help } from './help.ts';
import { rulesAsJson, rulesAsText } from './list-rules.ts';
import type { Options } from './options.ts';
import { printedConfig } from './print-config.ts';
import type { Shell } from './shell.ts';
import { version } from './version.ts';

/** The output of tasks that check nothing. */
export function answerTo({ task, format, printConfig = '', ...options }: Options, { cwd }: Shell): string {
  switch (task) {
    case 'help':
      return help;
    case 'version':
      return `${version}\n`;
    case 'list-rules':
      return format === 'json' ? rulesAsJson() : rulesAsText();
    default:
      return printedConfig(printConfig, { task, format, ...options }, cwd);
  }
}
