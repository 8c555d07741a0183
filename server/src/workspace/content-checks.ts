import type { Contents } from '../content/stores/contents.ts';
import { lintContent } from '../lint/lint-content.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { carriedOver } from './carried-over.ts';

/** Looks at what open documents point at: on open, when files change, and some time after edits; never at a keystroke. */
export interface ContentChecks {
  /**
   * What is known by now. Where nothing is, it waits a little for the first look; where a look is on its way, what was
   * known before is carried over, and `changed` is called when there is more. `uri`: what is open, which may only show the
   * document.
   */
  of(uri: string, document: OciDocument, settings: RuleSettings): Promise<readonly LintFinding[]>;
  /** Files have come, gone or changed: the next question makes another look. */
  filesChanged(): void;
  closed(uri: string): void;
}

/** How long the first question waits, in milliseconds: most looks take less. */
const patience = 200;

/** How long nothing must have been asked before an edited document is looked at again, in milliseconds. */
const quiet = 300;

interface Entry {
  readonly uri: string;
  document: OciDocument;
  settings: RuleSettings;
  findings: readonly LintFinding[];
  isStale: boolean;
  /** The first look, or as much of it as is waited for. */
  first?: Promise<void>;
  stop(): void;
}

/**
 * `isTold`: whether who asks hears of `changed`, and asks again. Who does not is only told what is true of the version asked
 * about, as far as it is known in time.
 */
export function createContentChecks(
  contents: Contents,
  changed: (uri: string) => void,
  isTold: boolean,
): ContentChecks {
  const entries = new Map<string, Entry>();

  /** Starts a look; resolves when it has ended or was stopped, and never rejects. */
  function look(entry: Entry, delay: number): Promise<void> {
    entry.stop();
    entry.isStale = false;
    const { document, settings } = entry;
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    return new Promise((done) => {
      entry.stop = () => {
        clearTimeout(timer);
        control.abort();
        done();
      };
      const work = async (): Promise<void> => {
        const question = { contents, depth: 'small', isLayoutChecked: true } as const;
        const findings = await lintContent(document, settings, question, control.signal).catch(() => undefined);
        if (findings !== undefined && entry.document === document && entry.settings === settings) {
          entry.findings = findings;
        }
        // Aborting what has ended costs more than most looks.
        if (!control.signal.aborted) entry.stop = nothing;
        done();
      };
      if (delay === 0) void work();
      else timer = setTimeout(() => void work(), delay);
    });
  }

  async function lookAndTell(entry: Entry, delay: number): Promise<void> {
    const before = entry.findings;
    await look(entry, delay);
    const isNews = entry.findings !== before && entry.findings.length + before.length > 0;
    if (isNews && entries.get(entry.uri) === entry) changed(entry.uri);
  }

  return {
    async of(uri, document, settings) {
      const known = entries.get(uri);
      if (known === undefined) {
        const entry: Entry = { uri, document, settings, findings: [], isStale: false, stop() {} };
        entries.set(uri, entry);
        const looking = look(entry, 0);
        const first = Promise.race([looking.then(() => true), after(patience)]);
        entry.first = first.then(() => {});
        if (!(await first)) void looking.then(() => entry.findings.length > 0 && changed(uri));
        if (entry.document === document) return entry.findings;
        return isTold ? carriedOver(entry.findings, document) : [];
      }
      await known.first;
      if (known.document === document && known.settings === settings && !known.isStale) return known.findings;
      const isEdited = known.document !== document;
      if (!isTold) {
        Object.assign(known, { document, settings, findings: [] });
        await Promise.race([look(known, 0), after(patience)]);
        return known.document === document ? known.findings : [];
      }
      if (isEdited) known.findings = carriedOver(known.findings, document);
      Object.assign(known, { document, settings });
      void lookAndTell(known, isEdited ? quiet : 0);
      return known.findings;
    },
    filesChanged() {
      contents.forgetPlaces();
      for (const entry of entries.values()) entry.isStale = true;
    },
    closed(uri) {
      entries.get(uri)?.stop();
      entries.delete(uri);
    },
  };
}

function nothing(): void {}

function after(milliseconds: number): Promise<false> {
  return new Promise((done) => setTimeout(() => done(false), milliseconds));
}
