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

/** The prefix of our tool names in the manifest. */
const prefix = 'ociManifests_';

/**
 * Registers the manifest's tools with the editor's language models. The server answers their calls and writes nothing.
 * Does nothing in a VS Code without language model tools. `client` returns the current client.
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
  // Models learn about errors from exceptions.
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
