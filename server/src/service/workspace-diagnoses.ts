import type { Diagnostic } from 'vscode-languageserver-types';
import { readFileDocument } from '../content/stores/file-document.ts';
import { stoppable } from '../content/stores/stoppable.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import { type CheckOptions, check } from '../lint/check.ts';
import { maxFindings } from '../workspace/max-findings.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The diagnostics of a file that is not open. */
export interface FileDiagnosis {
  readonly uri: string;
  /** Changes only if the diagnostics may have changed. */
  readonly resultId: string;
  /** Absent if unchanged since the previous result. */
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * Checks documents that are not open, one at a time. `known`: the client's previous result ids by URI. Open documents
 * are skipped, because they have their own diagnostics.
 */
export async function* workspaceDiagnoses(
  workspace: Workspace,
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): AsyncIterable<FileDiagnosis> {
  const { host } = workspace;
  const last = workspace.keep(lastAnswer);
  const [folder] = host.folders();
  const scope = folder === undefined ? 'off' : (await host.settingsOf(folder)).workspaceDiagnostics;
  const resultId = `${workspace.edition()} ${scope}`;
  // Editors poll every few seconds. If nothing has changed, do not even list the folders.
  if (last.resultId === resultId && [...known.values()].every((before) => before === resultId)) return;
  const uris = scope === 'off' ? [] : await urisOf(scope, workspace, signal);
  for (const uri of uris) {
    if (host.openText(uri) !== undefined) continue;
    signal.throwIfAborted();
    if (known.get(uri) === resultId) yield { uri, resultId };
    else {
      // Yield to the event loop, so that requests of the user are handled first.
      await new Promise((done) => setTimeout(done, 0));
      const diagnostics = await diagnose(uri, workspace, signal);
      if (diagnostics !== undefined) yield { uri, resultId, diagnostics };
    }
  }
  // Clear the diagnostics of files that are no longer checked.
  const looked = new Set(uris);
  for (const [uri, before] of known) {
    if (!looked.has(uri) && before !== resultId) yield { uri, resultId, diagnostics: [] };
  }
  last.resultId = resultId;
}

/** State: the result id of the last complete response. */
function lastAnswer(): { resultId?: string } {
  return {};
}

async function urisOf(
  scope: 'layouts' | 'all',
  { contents, layouts, listFiles }: Workspace,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const graphs = (await layouts(signal)).map((layout) => contents.graphOf(layout, signal).catch(() => undefined));
  const inLayouts = (await Promise.all(graphs)).flatMap((graph) => graph?.documents ?? []);
  signal.throwIfAborted();
  const others =
    scope === 'all' ? (await listFiles(signal)).map(({ uri }) => uri).filter((uri) => uri.endsWith('.json')) : [];
  return [...new Set([...inLayouts, ...others])];
}

async function diagnose(
  uri: string,
  { settingsOf, acceptedIn, contents: unstopped }: Workspace,
  signal: AbortSignal,
): Promise<readonly Diagnostic[] | undefined> {
  const [settings, accepted] = [await settingsOf(uri), await acceptedIn(uri)];
  if (!settings.isEnabled) return undefined;
  const contents = stoppable(unstopped, signal);
  const read = await readFileDocument(uri, settings, contents, signal).catch(() => undefined);
  signal.throwIfAborted();
  if (read?.document.kind === undefined) return undefined;
  const options: CheckOptions = {
    rules: settings.rules,
    accepted,
    contents,
    depth: 'small',
    isLayoutChecked: true,
    isNamed: false,
    maxPerRule: maxFindings,
  };
  const findings = await check(read.document, options, signal).catch(() => undefined);
  signal.throwIfAborted();
  return findings && toDiagnostics(read.document, findings);
}
