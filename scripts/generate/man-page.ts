import { help } from '../../server/src/cli/help.ts';
import { newHelp } from '../../server/src/cli/new/new-help.ts';
import { rehashHelp } from '../../server/src/cli/rehash-help.ts';
import { readUsage, type UsageEntry, type UsageSection } from '../../server/src/cli/usage.ts';

/** `man oci-lint`, generated from `--help`. */
export function manPage(version: string): string {
  const { summary, synopsis, sections } = readUsage(help);
  const [first, ...others] = sections;
  const parts = [
    `.TH OCI-LINT 1 "" "oci-lint ${version}" "User Commands"`,
    `.SH NAME\noci-lint \\- ${plain(summary.replace(/^oci-lint (\w+)s /, '$1 ').replace(/\.$/, ''))}`,
    `.SH SYNOPSIS\n.nf\n${synopsis.map((line) => plain(line)).join('\n')}\n.fi`,
    `.SH DESCRIPTION\n${plain((first?.paragraphs ?? []).join(' '))}`,
    ...others.map(sectionOf),
    ...[newHelp, rehashHelp].map(commandOf),
    `.SH SEE ALSO\nThe page of a rule: oci\\-lint explain RULE`,
  ];
  return `${parts.join('\n')}\n`;
}

function sectionOf({ title, entries, paragraphs }: UsageSection): string {
  if (entries.length > 0) return `.SH ${quoted(title.toUpperCase())}\n${entries.map(entryOf).join('\n')}`;
  if (paragraphs.length > 0) return `.SH ${quoted(title.toUpperCase())}\n.nf\n${paragraphs.map(plain).join('\n')}\n.fi`;
  const [, head = '', text = ''] = /^([A-Z][a-z ]+): (.*)$/.exec(title) ?? [];
  return head === '' ? `.PP\n${plain(title)}` : `.SH ${quoted(head.toUpperCase())}\n${plain(text)}`;
}

function entryOf({ names, value, isOptional, text }: UsageEntry): string {
  const takes = value === undefined ? '' : isOptional ? `[=\\fI${plain(value)}\\fR]` : ` \\fI${plain(value)}\\fR`;
  return `.TP\n${names.map((name) => `\\fB${plain(name)}\\fR`).join(', ')}${takes}\n${plain(text)}`;
}

/** The help of a command, as printed on a terminal. */
function commandOf(text: string): string {
  const [title = '', ...lines] = text.trimEnd().split('\n');
  const name = title.split(' ').slice(0, 2).join(' ');
  return `.SH ${quoted(name.toUpperCase())}\n${plain(title)}\n.PP\n.nf\n${lines.map(plain).join('\n')}\n.fi`;
}

function quoted(text: string): string {
  return `"${plain(text).replaceAll('"', '\\(dq')}"`;
}

/** Escapes text for roff. */
function plain(text: string): string {
  const named = text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll('…', '\\&...').replaceAll('–', '\\(en');
  return named.replace(/^(?=[.'])/, '\\&');
}
