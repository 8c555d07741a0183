import {
  type CancellationToken,
  Disposable,
  LanguageModelTextPart,
  type LanguageModelToolInvocationOptions,
  LanguageModelToolResult,
  lm,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ToolResult, toolRequest } from '../../../server/src/protocol.ts';

/** What the names of our tools begin with, as the manifest has them. */
const prefix = 'ociManifests_';

/**
 * Hands the tools of the manifest to the language models of the editor: what they ask, the server answers, and writes nothing.
 * Nothing in a VS Code that has no tools yet. `client`: the one that runs.
 */
export function registerLanguageModelTools(names: readonly string[], client: () => BaseLanguageClient): Disposable {
  if (typeof lm?.registerTool !== 'function') return new Disposable(() => {});
  const tools = names.map((name) =>
    lm.registerTool<object>(name, {
      invoke: ({ input }: LanguageModelToolInvocationOptions<object>, token: CancellationToken) =>
        ask(client(), name.slice(prefix.length), input, token),
    }),
  );
  return Disposable.from(...tools);
}

async function ask(
  client: BaseLanguageClient,
  name: string,
  input: object,
  token: CancellationToken,
): Promise<LanguageModelToolResult> {
  const { text, isError } = await client.sendRequest<ToolResult>(toolRequest, { name, input }, token);
  // Models are told of errors by what is thrown.
  if (isError) throw new Error(text);
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}

/** The names of the tools that a manifest contributes. */
export function toolNamesIn(manifest: unknown): readonly string[] {
  const { contributes } = manifest as {
    readonly contributes?: { readonly languageModelTools?: readonly { readonly name: string }[] };
  };
  return contributes?.languageModelTools?.map(({ name }) => name) ?? [];
}
