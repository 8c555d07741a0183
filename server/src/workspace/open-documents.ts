import type { Contents } from '../content/stores/contents.ts';
import { lint, together } from '../lint/lint.ts';
import { type Accepted, expectedOf, nothingAccepted, unaccepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { createContentChecks } from './content-checks.ts';
import type { SettingsOfDocuments } from './document-settings.ts';
import type { Host } from './host.ts';
import { maxFindings } from './max-findings.ts';
import type { Check, CheckedDocument, OpenDocument } from './open-document.ts';
import { createReadings, type Reading } from './readings.ts';
import type { DocumentSettings } from './settings.ts';

/** Open texts, with one {@link OpenDocument} per version. */
export interface OpenDocuments {
  /** The current version; undefined if not open. */
  open(uri: string): Promise<OpenDocument | undefined>;
  opened(uri: string): void;
  closed(uri: string): void;
  filesChanged(uris: readonly string[]): void;
}

interface Made {
  readonly reading: Reading;
  readonly open: OpenDocument;
}

export function createOpenDocuments(host: Host, contents: Contents, known: SettingsOfDocuments): OpenDocuments {
  const readings = createReadings(contents, host.openText);
  const contentChecks = createContentChecks(contents, host.changed, host.isNotified !== false, host.patience);
  const newest = new Map<string, Made>();
  let checks = 0;

  async function openNow(uri: string): Promise<OpenDocument | undefined> {
    if (host.openText(uri) === undefined) return undefined;
    const settings = await known.settingsOf(uri);
    const reading = await readings.of(uri, settings);
    if (reading === undefined) return undefined;
    const before = newest.get(uri);
    if (before?.reading === reading && before.open.settings === settings) return before.open;
    const { version, languageId, document, documents } = reading;
    const made = { uri, version, languageId, settings, document, documents };
    const open: OpenDocument = { ...made, check: checkingOf(made, () => newest.get(uri)?.open === open) };
    newest.set(uri, { reading, open });
    return open;
  }

  /**
   * Checks a version on demand, and again only if more is known about its content or accepted findings have changed.
   */
  function checkingOf(
    { uri, settings, document, documents }: Omit<OpenDocument, 'check'>,
    isNewest: () => boolean,
  ): OpenDocument['check'] {
    const isJudged = settings.isEnabled && (document === undefined || document.kind !== undefined);
    let last: Check | undefined;
    return async () => {
      // Outdated versions are not checked any further.
      if (last !== undefined && !isNewest()) return last;
      const [ofContent, accepted] = isJudged
        ? await Promise.all([contentOf(uri, document, settings, isNewest), known.acceptedIn(uri)])
        : [nothingFound, nothingAccepted];
      // Do not keep anything for a text that was closed in the meantime.
      if (host.openText(uri) === undefined) return undefined;
      if (last?.accepted === accepted && last.parts.every((part) => part.ofContent === ofContent)) return last;
      const parts = documents.map((part, at) => {
        const ofText = last?.parts[at]?.ofText ?? (isJudged ? lint(part, settings.rules, maxFindings) : []);
        return checkedDocument(part, ofText, ofContent, accepted);
      });
      last = { id: String(++checks), accepted, parts };
      return last;
    };
  }

  async function contentOf(
    uri: string,
    document: OciDocument | undefined,
    { rules }: DocumentSettings,
    isNewest: () => boolean,
  ): Promise<readonly LintFinding[]> {
    // The content of embedded examples does not exist.
    return document === undefined || !isNewest() ? nothingFound : contentChecks.of(uri, document, rules);
  }

  return {
    open: openNow,
    opened(uri) {
      if (host.openText(uri) !== undefined) readings.prepare(uri);
    },
    closed(uri) {
      readings.forget(uri);
      contentChecks.closed(uri);
      newest.delete(uri);
    },
    filesChanged(uris) {
      contentChecks.filesChanged();
      readings.forgetLayouts();
      for (const uri of uris) readings.forgetBytes(uri);
    },
  };
}

const nothingFound: readonly LintFinding[] = [];

function checkedDocument(
  document: OciDocument,
  ofText: readonly LintFinding[],
  ofContent: readonly LintFinding[],
  accepted: Accepted,
): CheckedDocument {
  const all = together(ofText, ofContent);
  const known = { document, ofText, ofContent, derived: new Map() };
  // Nearly always.
  if (accepted === nothingAccepted) return { ...known, findings: all, expected: nothingFound };
  const expected = expectedOf([...ofText, ...ofContent], accepted);
  return { ...known, findings: unaccepted(document, all, accepted), expected };
}
