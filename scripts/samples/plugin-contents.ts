/** The content of the plugin artifacts: the program, its documentation, and the JSON Schema of its settings. */
import { type PluginBuild, version } from './plugin-story.ts';
import type { TarEntry } from './tar.ts';

export function pluginFiles(build: PluginBuild): readonly TarEntry[] {
  const isWindows = build.platform.os === 'windows';
  const program = isWindows
    ? { path: 'bin/tidewatch.ps1', content: powershellProgram }
    : { path: 'bin/tidewatch', content: shellProgram, mode: 0o755 };
  return [{ path: 'bin/' }, program, { path: 'README.md', content: readme(build) }];
}

const shellProgram = `#!/bin/sh
# Reads an image config on standard input; says on standard output whether the image may run.
set -eu
limit=\${TIDEWATCH_MAX_AGE_DAYS:-30}
config=$(cat)
user=$(printf '%s' "$config" | jq -r '.config.User // "root"')
created=$(printf '%s' "$config" | jq -r '.created // "1970-01-01T00:00:00Z" | sub("\\\\.[0-9]+"; "") | fromdate')
age=$((($(date +%s) - created) / 86400))
case $user in
  root | 0 | root:* | 0:*) printf '{"allowed":false,"reason":"runs as root"}\\n' ;;
  *)
    if [ "$age" -gt "$limit" ]; then
      printf '{"allowed":false,"reason":"%s days old"}\\n' "$age"
    else
      printf '{"allowed":true}\\n'
    fi
    ;;
esac
`;

const powershellProgram = `# Reads an image config on standard input; says on standard output whether the image may run.
$limit = if ($env:TIDEWATCH_MAX_AGE_DAYS) { [int]$env:TIDEWATCH_MAX_AGE_DAYS } else { 30 }
$image = [Console]::In.ReadToEnd() | ConvertFrom-Json
$age = ([DateTime]::UtcNow - [DateTime]$image.created).Days
if ($image.config.User -in $null, '', 'ContainerAdministrator') {
  '{"allowed":false,"reason":"runs as administrator"}'
} elseif ($age -gt $limit) {
  "{\`"allowed\`":false,\`"reason\`":\`"$age days old\`"}"
} else {
  '{"allowed":true}'
}
`;

function readme({ name, requires }: PluginBuild): string {
  const needs = Object.entries(requires).map(([program, minimum]) => `${program} ${minimum}`);
  return `# Tidewatch ${version} for ${name}

A Harbourmaster plugin. It turns away images that run as root or that are older than \`maxAgeDays\`.
Needs ${needs.join(', ')} or newer. Settings: see the package's schema.
`;
}

/** The config blob of a plugin: what the host must know before it extracts anything. */
export function pluginConfig(build: PluginBuild): unknown {
  const program = build.platform.os === 'windows' ? 'bin/tidewatch.ps1' : 'bin/tidewatch';
  return { name: 'tidewatch', protocol: 2, entrypoint: program };
}

export const settingsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `https://harbourmaster.example.com/schemas/tidewatch-${version}.json`,
  title: 'Tidewatch settings',
  description: 'Which images Tidewatch turns away.',
  type: 'object',
  properties: {
    maxAgeDays: {
      description: 'Images created longer ago than this are turned away.',
      type: 'integer',
      minimum: 1,
      default: 30,
    },
    allowRoot: {
      description: 'Whether images that run as root are let in.',
      type: 'boolean',
      default: false,
    },
    exempt: {
      description: 'Repositories that are never looked at; `*` stands for one path component.',
      type: 'array',
      items: { type: 'string', pattern: '^[a-z0-9.:/_*-]+$' },
      uniqueItems: true,
      default: [],
    },
  },
  additionalProperties: false,
};
