/** What the client tells the server at the start. Everything is optional. */
export interface InitializationOptions {
  /**
   * The editor itself reports syntax errors in documents of the languages `json` and `jsonc`, unless its setting
   * `json.validate.enable` is off: they are not reported twice.
   */
  readonly syntaxErrorsReportedElsewhere?: boolean;
  /** The client answers {@link fileRequests}: for all files, or for those that are not on disk. */
  readonly files?: 'all' | 'not-on-disk';
  /**
   * The client carries out {@link copyTextCommand}, {@link showReferencesCommand}, {@link chooseFileCommand} and {@link insertFileCommand}, and answers
   * {@link writeFileRequest} and {@link changeSettingRequest}.
   */
  readonly hasCommands?: boolean;
  /** The client wants the notification {@link statusName}. */
  readonly status?: boolean;
  /** URI of the file with the rules' pages, for {@link toolRequest}. */
  readonly rulePages?: string;
}

/** A request from the client: {@link ToolQuestion} → {@link ToolResult}. What language models may ask. Nothing is written. */
export const toolRequest = 'ociManifests/tool';

export interface ToolQuestion {
  readonly name: string;
  /** As the model gave it. */
  readonly input: unknown;
}

export interface ToolResult {
  readonly text: string;
  /** It could not do its work; the text says why. */
  readonly isError: boolean;
}

/**
 * A request from the server: {@link SettingChange}. The client changes a setting of the user's, because the user has just
 * asked for that.
 */
export const changeSettingRequest = 'ociManifests/settings/change';

/** Switches something off that asks or shows. `name`: without the section's. */
export interface SettingChange {
  readonly name: 'offerUpdateOnSave';
  readonly value: boolean;
}
