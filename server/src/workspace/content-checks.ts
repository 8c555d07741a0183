import type { Contents } from '../content/stores/contents.ts';
import { isWithoutContent, lintContent } from '../lint/lint-content.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { carriedOver } from './carried-over.ts';

/**
 * Checks the content that open documents reference: on open, when files change, and after a pause in editing, but never
 * on every keystroke.
 */
export interface ContentChecks {
  /**
   * The current findings. The first call waits briefly for the first check. While a check is running, findings of the
   * previous one are carried over, and `changed` is called when it has finished. `uri`: the open file, which may be a
   * view of the document.
   */
  of(uri: string, document: OciDocument, settings: RuleSettings): Promise<readonly LintFinding[]>;
  /** Call when files were created, deleted or changed. The next request starts a new check. */
  filesChanged(): void;
  closed(uri: string): void;
}

/** How long the first request waits by default, in milliseconds. Most checks take less. */
const usualPatience = 200;

/** How long requests must pause before an edited document is checked again, in milliseconds. */
const quiet = 300;

interface Entry {
  readonly uri: string;
  document: OciDocument;
  settings: RuleSettings;
  findings: readonly LintFinding[];
  isStale: boolean;
  /** The first check, up to the time limit. */
  first?: Promise<unknown>;
  /** For callers that are not notified: the check of the newest version, up to the time limit. */
  newest?: Promise<unknown>;
  stop(): void;
}

/**
 * `isNotified`: whether callers are notified by `changed` and ask again. If not, they only receive findings that are valid
 * for the requested version, as far as available in time.
 */
export function createContentChecks(
  contents: Contents,
  changed: (uri: string) => void,
  isNotified: boolean,
  patience = usualPatience,
): ContentChecks {
  const entries = new Map<string, Entry>();

  /** Starts a check. Resolves when it has finished or was stopped; never rejects. */
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
        const options = { contents, depth: 'small', isLayoutChecked: true } as const;
        const findings = await lintContent(document, settings, options, control.signal).catch(() => undefined);
        if (findings !== undefined && entry.document === document && entry.settings === settings) {
          entry.findings = findings;
        }
        // Aborting a finished check costs more than most checks.
        if (!control.signal.aborted) entry.stop = nothing;
        done();
      };
      if (delay === 0) void work();
      else timer = setTimeout(() => void work(), delay);
    });
  }

  /** Most standalone documents have no content that could be found: that is known without a check. */
  async function lookNow(entry: Entry): Promise<void> {
    const { document } = entry;
    entry.stop();
    entry.isStale = false;
    if (await isWithoutContent(document, contents).catch(() => false)) return;
    if (entry.document === document) await soonest(look(entry, 0), patience);
  }

  async function lookAndNotify(entry: Entry, delay: number): Promise<void> {
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
        const first = soonest(looking, patience);
        entry.first = first;
        if (!(await first)) void looking.then(() => entry.findings.length > 0 && changed(uri));
        if (entry.document === document) return entry.findings;
        return isNotified ? carriedOver(entry.findings, document) : [];
      }
      await known.first;
      if (known.document === document && known.settings === settings && !known.isStale) {
        await known.newest;
        return known.document === document || isNotified ? known.findings : [];
      }
      const isEdited = known.document !== document;
      if (!isNotified) {
        Object.assign(known, { document, settings, findings: [] });
        known.newest = lookNow(known);
        await known.newest;
        return known.document === document ? known.findings : [];
      }
      if (isEdited && known.findings.length > 0) known.findings = carriedOver(known.findings, document);
      Object.assign(known, { document, settings });
      void lookAndNotify(known, isEdited ? quiet : 0);
      return known.findings;
    },
    filesChanged() {
      contents.forgetLayouts();
      for (const entry of entries.values()) entry.isStale = true;
    },
    closed(uri) {
      entries.get(uri)?.stop();
      entries.delete(uri);
    },
  };
}

function nothing(): void {}

/** Waits for a check, but not for long. Returns whether it has finished. */
function soonest(looking: Promise<void>, milliseconds: number): Promise<boolean> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(false), milliseconds);
    void looking.then(() => {
      clearTimeout(timer);
      done(true);
    });
  });
}
