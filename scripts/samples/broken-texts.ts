/** Faults of the text that a JSON parser encounters first. */
import type { BrokenSample } from './broken.ts';
import * as sound from './sound.ts';

const indexText = toText(sound.index);
const manifestText = toText(sound.manifest);

export const brokenTexts: readonly BrokenSample[] = [
  {
    file: 'duplicate-names.json',
    severity: 'error',
    fault: 'a layer has two `digest` members; readers take the first or the last',
    content: edited(
      manifestText,
      `"digest": "${sound.layers[0].digest}"`,
      `"digest": "${sound.layers[0].digest}",\n      "digest": "${sound.digestFor('another layer')}"`,
    ),
  },
  {
    file: 'escaped-name.json',
    severity: 'warning',
    fault: '`mediaType` is written with an escape, which hides it from readers of the text',
    content: edited(manifestText, '2,\n  "mediaType"', '2,\n  "mediaT\\u0079pe"'),
  },
  {
    file: 'trailing-comma.json',
    severity: 'error',
    fault: 'a comma after the last member',
    content: edited(indexText, '"3.2.0"\n', '"3.2.0",\n'),
  },
  {
    file: 'comment.json',
    severity: 'error',
    fault: 'a comment, which JSON does not have',
    content: edited(indexText, '  "manifests": [', '  // One entry a platform.\n  "manifests": ['),
  },
  {
    file: 'trailing-content.json',
    severity: 'error',
    fault: 'one closing brace too many',
    content: `${manifestText}}\n`,
  },
  {
    file: 'truncated.json',
    severity: 'error',
    fault: 'the text ends in the middle of an annotation',
    content: manifestText.slice(0, manifestText.indexOf('Pilot') + 3),
  },
  {
    file: 'bom.json',
    severity: 'error',
    fault: 'a byte order mark before the text',
    content: `\ufeff${indexText}`,
  },
  {
    file: 'invalid-utf8.json',
    severity: 'error',
    fault: 'an annotation is in Latin-1, not in UTF-8',
    content: Buffer.from(edited(manifestText, '"Pilot"', '"Pilot f\u00fcr Kiel"'), 'latin1'),
  },
  {
    file: 'lone-surrogate.json',
    severity: 'error',
    fault: 'an annotation has one half of a surrogate pair, which stands for no character',
    content: edited(manifestText, '"Pilot"', '"Pilot \\ud83d"'),
  },
];

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Replaces the only occurrence of `from`. */
function edited(text: string, from: string, to: string): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Error(`expected one place with ${from}, found ${parts.length - 1}`);
  return parts.join(to);
}
