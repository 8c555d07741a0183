import { help } from './help.ts';
import { rehashHelp } from './rehash-help.ts';
import { readUsage } from './usage.ts';

/** What a command's `--help` says: a text of its own, or what the help of the program says of it. */
export async function helpOf(command: string): Promise<string> {
  if (command === 'new') return (await import('./new/new-help.ts')).newHelp;
  if (command === 'rehash') return rehashHelp;
  const { synopsis, sections } = readUsage(help);
  const usage = synopsis.find((line) => line.startsWith(`oci-lint ${command}`)) ?? '';
  const entries = sections.flatMap((section) => section.entries);
  const text = entries.find(({ names }) => names[0] === command)?.text ?? '';
  return `oci-lint ${command}: ${text}\n\nUsage: ${usage}\n\nAll options: oci-lint --help\n`;
}
