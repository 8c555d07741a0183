import { Disposable, EventEmitter, type ExtensionContext, lm, McpStdioServerDefinition, workspace } from 'vscode';

/** As in the manifest. */
const providerId = 'ociManifests.mcp';

/**
 * Offers the same tools as an MCP server, which is the extension's language server with another flag. Requires Node,
 * and does nothing in a VS Code without MCP support.
 */
export function provideMcpServer(context: ExtensionContext): Disposable {
  if (typeof lm?.registerMcpServerDefinitionProvider !== 'function') return new Disposable(() => {});
  const changed = new EventEmitter<void>();
  const provider = lm.registerMcpServerDefinitionProvider(providerId, {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const args = [context.asAbsolutePath('dist/server.js'), '--mcp', ...folders()];
      // The editor's executable must act as Node here.
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

/** Folders on disk. */
function folders(): readonly string[] {
  return (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}
