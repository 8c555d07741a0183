import type { Diagnostic } from 'vscode-languageserver-types';
import { readFileDocument } from '../content/stores/file-document.ts';
import { stoppable } from '../content/stores/stoppable.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import { check } from '../lint/check.ts';
import { mostFindings } from '../workspace/most-findings.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The findings of a file that is not open. */
export interface FileDiagnosis {
  readonly uri: string;
  /** Another one only where something may have changed. */
  readonly resultId: string;
  /** Absent: they are those of the result that the asker has. */
  readonly diagnostics?: readonly Diagnostic[];
}

/**
 * Looks at documents that nobody has opened, one after the other. `known`: the results that the asker has, by URI. What is open
 * is left out: it has findings of its own.
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
  // Editors ask every few seconds: as long as nothing has changed, not even the folders are looked at.
  if (last.resultId === resultId && [...known.values()].every((before) => before === resultId)) return;
  const uris = scope === 'off' ? [] : await urisOf(scope, workspace, signal);
  for (const uri of uris) {
    if (host.openText(uri) !== undefined) continue;
    signal.throwIfAborted();
    if (known.get(uri) === resultId) yield { uri, resultId };
    else {
      // Whoever types is answered first.
      await new Promise((done) => setTimeout(done, 0));
      const diagnostics = await diagnose(uri, workspace, signal);
      if (diagnostics !== undefined) yield { uri, resultId, diagnostics };
    }
  }
  // What is no longer looked at has no findings any more.
  const looked = new Set(uris);
  for (const [uri, before] of known) {
    if (!looked.has(uri) && before !== resultId) yield { uri, resultId, diagnostics: [] };
  }
  last.resultId = resultId;
}

/** The last result that was told whole. */
function lastAnswer(): { resultId?: string } {
  return {};
}

async function urisOf(
  scope: 'layouts' | 'all',
  { contents, layouts, listFiles }: Workspace,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const graphs = (await layouts()).map((layout) => contents.graphOf(layout, signal).catch(() => undefined));
  const inLayouts = (await Promise.all(graphs)).flatMap((graph) => graph?.documents ?? []);
  signal.throwIfAborted();
  const others =
    scope === 'all' ? (await listFiles()).map(({ uri }) => uri).filter((uri) => uri.endsWith('.json')) : [];
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
  const asked = { contents, depth: 'small', isLayoutChecked: true, isNamed: false, most: mostFindings } as const;
  const findings = await check(read.document, { ...asked, accepted, rules: settings.rules }, signal).catch(
    () => undefined,
  );
  signal.throwIfAborted();
  return findings && toDiagnostics(read.document, findings);
}
