import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/**
 * The configuration that a guide in docs/editors tells users to copy: its code blocks in this language, without
 * indentation.
 */
export function configurationIn(guide: string, language: string): string {
  const text = readFileSync(new URL(`../../docs/editors/${guide}`, import.meta.url), 'utf8');
  const [block, more] = text.matchAll(new RegExp(`^( *)\`\`\`${language}\n([^]*?)^ *\`\`\`$`, 'gm'));
  assert.ok(block && !more, `${guide} has a code block in ${language}`);
  const [, indentation, code] = block;
  return code!.replaceAll(new RegExp(`^${indentation}`, 'gm'), '');
}
