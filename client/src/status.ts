import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, languages, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type DocumentStatus, statusNotification } from '../../server/src/protocol.ts';
import { documentSelector } from './client-options.ts';

/** The language status item: what the open document is, and why. Gone for documents that are none of ours. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const known = new Map<string, DocumentStatus>();
  let item: LanguageStatusItem | undefined;

  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : known.get(uri);
    item?.dispose();
    item = status?.kind === undefined ? undefined : itemFor(status.kind, status.why ?? '');
  };

  const received = client.onNotification(statusNotification, (status: DocumentStatus) => {
    known.set(status.uri, status);
    show();
  });
  const switched = window.onDidChangeActiveTextEditor(show);
  return Disposable.from(received, switched, new Disposable(() => item?.dispose()));
}

function itemFor(kind: string, why: string): LanguageStatusItem {
  const item = languages.createLanguageStatusItem('ociManifests.kind', documentSelector);
  item.name = 'OCI Manifests';
  item.text = `OCI: ${kind}`;
  item.detail = why;
  item.severity = LanguageStatusSeverity.Information;
  item.command = { title: 'Output', command: 'ociManifests.showOutput' };
  return item;
}
