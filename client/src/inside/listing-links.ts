import { type CancellationToken, type Disposable, DocumentLink, l10n, languages, Range, Uri } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { formattedScheme, insideRequests, listedFile } from '../../../server/src/protocol.ts';

/** A file in the listing of a layer. */
class EntryLink extends DocumentLink {
  constructor(
    range: Range,
    readonly layer: string,
    readonly path: string,
  ) {
    super(range);
    this.tooltip = l10n.t('Open the file');
  }
}

/** Links the files in the listing of a layer. `client` returns the current client. */
export function linkListings(client: () => BaseLanguageClient): Disposable {
  return languages.registerDocumentLinkProvider(
    { scheme: formattedScheme },
    {
      provideDocumentLinks(document) {
        const links: EntryLink[] = [];
        if (!/^[\d,]+ entr(?:y|ies)$/.test(document.lineAt(0).text)) return links;
        for (let line = 2; line < document.lineCount; line++) {
          const { text } = document.lineAt(line);
          const path = listedFile.exec(text)?.[1];
          if (path === undefined) continue;
          links.push(
            new EntryLink(new Range(line, text.length - path.length, line, text.length), document.uri.query, path),
          );
        }
        return links;
      },
      async resolveDocumentLink(link: EntryLink, token: CancellationToken) {
        const params = { uri: link.layer, text: link.path };
        const uri = await client().sendRequest<string>(insideRequests.entry, params, token);
        link.target = Uri.parse(uri);
        return link;
      },
    },
  );
}
