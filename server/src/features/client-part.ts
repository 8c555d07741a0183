/** What a client does of the work that goes beyond the protocol, or that the server can do with its help. */
export interface ClientPart {
  /** It carries out the client's commands: puts texts on the clipboard, opens dialogs for files. */
  readonly hasCommands: boolean;
  /** It shows documents that are nowhere, and asks for their contents. */
  readonly showsContents: boolean;
  /** It opens a document when it is asked to. */
  readonly opensDocuments: boolean;
  /** It asks people what the server wants to know, and gives them answers to choose from. */
  readonly asksPeople: boolean;
  /** Files are given exact bytes when people ask for it: by the client, or by the server where it is beside them. */
  readonly writesBytes: boolean;
}
