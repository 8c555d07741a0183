import { help } from './help.ts';
import { rehashHelp } from './rehash-help.ts';
import { readUsage } from './usage.ts';

/** The `--help` text of a command: its own, or derived from the program's help. */
export async function helpOf(command: string): Promise<string> {
  if (command === 'new') return (await import('./new/new-help.ts')).newHelp;
  if (command === 'rehash') return rehashHelp;
  const { synopsis, sections } = readUsage(help);
  const usage = synopsis.find((line) => line.startsWith(`oci-lint ${command}`)) ?? '';
  const entries = sections.flatMap((section) => section.entries);
  const text = entries.find(({ names }) => names[0] === command)?.text ?? '';
  return `oci-lint ${command}: ${text}\n\nUsage: ${usage}\n\nAll options: oci-lint --help\n`;
}
