import { newProfilesByUsage } from '../../create/new-artifact-kind.ts';

/** Output of `oci-lint new --list`: known kinds of artifacts, most common first. */
export function listProfiles(): string {
  const rows = newProfilesByUsage();
  const width = Math.max(...rows.map(({ id }) => id.length)) + 2;
  const lines = rows.map(({ id, title, artifactType, config = [] }) => {
    const type = artifactType ?? `config ${config[0]}`;
    return `${id.padEnd(width)}${title}\n${' '.repeat(width)}${type}`;
  });
  return `${lines.join('\n')}\n`;
}
