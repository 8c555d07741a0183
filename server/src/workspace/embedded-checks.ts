import { nameOf } from '../content/uris.ts';
import { lint } from '../lint/lint.ts';
import { type Accepted, unaccepted } from '../lint/lint-accepted.ts';
import { type HostLanguage, hostLanguageOf, readEmbedded } from '../oci/embedded.ts';
import type { LinePosition } from '../syntax/lines.ts';
import type { Check } from './check.ts';
import type { Host, OpenText } from './host.ts';
import type { DocumentSettings } from './settings.ts';

/** The checks of the documents that stand in one version of an open text of another language. */
export interface EmbeddedChecks {
  readonly version: number;
  /** Another one for every look made. */
  readonly id: string;
  readonly settings: DocumentSettings;
  readonly accepted: Accepted;
  /** In the order of the text. */
  readonly parts: readonly Check[];
}

/** Looks into open texts of other languages; undefined for any other text. */
export interface Embedding {
  of(uri: string, settings: DocumentSettings, acceptedOf: () => Promise<Accepted>): Promise<EmbeddedChecks | undefined>;
  closed(uri: string): void;
}

/** Of each rule, and of documents in one text: no editor shows more findings than some of these. */
const most = 1000;

export function createEmbedding(host: Host): Embedding {
  const known = new Map<string, EmbeddedChecks>();
  let made = 0;

  return {
    async of(uri, settings, acceptedOf) {
      if (languageOf(host.openText(uri), settings) === undefined) return undefined;
      const accepted = await acceptedOf();
      const open = host.openText(uri);
      const language = languageOf(open, settings);
      if (open === undefined || language === undefined) return undefined;
      const last = known.get(uri);
      if (last?.version === open.version && last.settings === settings && last.accepted === accepted) return last;
      const id = `embedded ${++made}`;
      const isRead = settings.isEnabled && isLookedInto(language, uri, settings);
      const documents = isRead ? readEmbedded(uri, open.getText(), language, settings.hasGoStrings).slice(0, most) : [];
      const { version, languageId } = open;
      const parts = documents.map((document): Check => {
        const ofText = lint(document, settings.rules, most);
        const findings = unaccepted(document, ofText, accepted);
        return { version, languageId, document, id, settings, accepted, findings, ofText, ofContent: [] };
      });
      const checks = { version, id, settings, accepted, parts };
      known.set(uri, checks);
      return checks;
    },
    closed: (uri) => void known.delete(uri),
  };
}

/** The part around a place, its ends included. */
export function partAt({ parts }: EmbeddedChecks, position: LinePosition): Check | undefined {
  return parts.find(({ document: { json } }) => {
    const start = json.lines.positionAt(0);
    const end = json.lines.positionAt(json.text.length);
    return !isBefore(position, start) && !isBefore(end, position);
  });
}

export function isBefore(a: LinePosition, b: LinePosition): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

/** A file that is said to be one of our documents is that, whatever its language. */
function languageOf(open: OpenText | undefined, { associated }: DocumentSettings): HostLanguage | undefined {
  if (associated !== undefined) return undefined;
  return open?.languageId === 'markdown' || open?.languageId === 'go' ? open.languageId : undefined;
}

function isLookedInto(language: HostLanguage, uri: string, { hasGoStrings }: DocumentSettings): boolean {
  return language === 'markdown' || (hasGoStrings && hostLanguageOf(nameOf(uri)) === 'go');
}
