/** Initialization options sent by the client. All are optional. */
export interface InitializationOptions {
  /**
   * The editor reports syntax errors in `json` and `jsonc` documents itself unless `json.validate.enable` is off, so
   * the server must not report them again.
   */
  readonly syntaxErrorsReportedElsewhere?: boolean;
  /** The client answers {@link fileRequests}, either for all files or only for those that are not on disk. */
  readonly files?: 'all' | 'not-on-disk';
  /**
   * The client implements {@link copyTextCommand}, {@link showReferencesCommand}, {@link chooseFileCommand} and {@link
   * insertFileCommand}, and answers {@link writeFileRequest} and {@link changeSettingRequest}.
   */
  readonly hasCommands?: boolean;
  /** The client wants {@link statusName} notifications. */
  readonly status?: boolean;
  /**
   * How many milliseconds an answer may wait for referenced content and for the client's settings, for clients that ask
   * only once. By default, an answer waits for a moment only.
   */
  readonly patience?: number;
  /** URI of the file with the rule pages, for {@link toolRequest}. */
  readonly rulePages?: string;
}

/**
 * Request from the client: {@link ToolParams} → {@link ToolResult}. Runs one of the tools for language models.
 * Nothing is written.
 */
export const toolRequest = 'ociManifests/tool';

export interface ToolParams {
  readonly name: string;
  /** Arguments exactly as the model supplied them, not validated yet. */
  readonly input: unknown;
}

export interface ToolResult {
  readonly text: string;
  /** The tool failed; the text says why. */
  readonly isError: boolean;
}

/**
 * Request from the server: {@link SettingChange}. The client changes a user setting that the user has just asked to
 * change.
 */
export const changeSettingRequest = 'ociManifests/settings/change';

/** Turns a prompt off. `name`: without the section prefix. */
export interface SettingChange {
  readonly name: 'offerUpdateOnSave';
  readonly value: boolean;
}
