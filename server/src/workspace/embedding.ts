import { nameOf } from '../content/uris.ts';
import type { OciDocument } from '../oci/document.ts';
import { type HostLanguage, hostLanguageOf, readEmbedded } from '../oci/embedded.ts';
import type { OpenText } from './host.ts';
import { maxFindings } from './max-findings.ts';
import type { DocumentSettings } from './settings.ts';

/** Whether a text is in another language. Files associated with a kind are documents in any language. */
export function isOfOtherLanguage(open: OpenText, settings: DocumentSettings): boolean {
  return languageOf(open, settings) !== undefined;
}

/** The documents embedded in a text of another language, if such texts are searched. */
export function documentsIn(uri: string, open: OpenText, settings: DocumentSettings): readonly OciDocument[] {
  const language = languageOf(open, settings);
  if (language === undefined || !settings.isEnabled || !isLookedInto(language, uri, settings)) return [];
  return readEmbedded(uri, open.getText(), language, settings.hasGoStrings).slice(0, maxFindings);
}

function languageOf({ languageId }: OpenText, { associated }: DocumentSettings): HostLanguage | undefined {
  if (associated !== undefined) return undefined;
  return languageId === 'markdown' || languageId === 'go' ? languageId : undefined;
}

function isLookedInto(language: HostLanguage, uri: string, { hasGoStrings }: DocumentSettings): boolean {
  return language === 'markdown' || (hasGoStrings && hostLanguageOf(nameOf(uri)) === 'go');
}
