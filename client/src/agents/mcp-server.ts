import { Disposable, EventEmitter, type ExtensionContext, lm, McpStdioServerDefinition, workspace } from 'vscode';

/** As the manifest has it. */
const providerId = 'ociManifests.mcp';

/**
 * Offers the same tools to whoever speaks the Model Context Protocol: the extension's server, started in another way. Only
 * where there is Node; nothing in a VS Code that does not know the protocol.
 */
export function provideMcpServer(context: ExtensionContext): Disposable {
  if (typeof lm?.registerMcpServerDefinitionProvider !== 'function') return new Disposable(() => {});
  const changed = new EventEmitter<void>();
  const provider = lm.registerMcpServerDefinitionProvider(providerId, {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const args = [context.asAbsolutePath('dist/server.js'), '--mcp', ...folders()];
      // Where the editor is its own Node, it is to be one here.
      const env = { ELECTRON_RUN_AS_NODE: '1' };
      const { version } = context.extension.packageJSON;
      return [new McpStdioServerDefinition('OCI Manifests', process.execPath, args, env, version)];
    },
  });
  return Disposable.from(
    changed,
    provider,
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
  );
}

/** Those on disk. */
function folders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}
