/** Client capabilities beyond the protocol, and what the server can do with its help. */
export interface ClientPart {
  /** Implements the client commands: clipboard, file dialogs. */
  readonly hasCommands: boolean;
  /** Provides the contents of virtual documents by requesting them from the server. */
  readonly showsContents: boolean;
  /** Supports requests to show a document. */
  readonly opensDocuments: boolean;
  /** Supports questions to the user with a choice of answers. */
  readonly asksPeople: boolean;
  /** Supports writing exact bytes to a file: by the client, or by the server on the same machine. */
  readonly writesBytes: boolean;
}
