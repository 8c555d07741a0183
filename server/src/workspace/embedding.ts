import { nameOf } from '../content/uris.ts';
import type { OciDocument } from '../oci/document.ts';
import { type HostLanguage, hostLanguageOf, readEmbedded } from '../oci/embedded.ts';
import { maxFindings } from './max-findings.ts';
import type { DocumentSettings } from './settings.ts';

/** The documents embedded in a text of another language, if such texts are searched. */
export function documentsIn(
  uri: string,
  text: string,
  language: HostLanguage,
  settings: DocumentSettings,
): readonly OciDocument[] {
  if (!settings.isEnabled || !isLookedInto(language, uri, settings)) return [];
  return readEmbedded(uri, text, language, settings.hasGoStrings).slice(0, maxFindings);
}

function isLookedInto(language: HostLanguage, uri: string, { hasGoStrings }: DocumentSettings): boolean {
  return language === 'markdown' || (hasGoStrings && hostLanguageOf(nameOf(uri)) === 'go');
}
