import { fileURLToPath } from 'node:url';
import { documentNamesOf } from '../content/picture/document-names.ts';
import type { PictureSource } from '../content/picture/drawing.ts';
import { foldPicture } from '../content/picture/fold-picture.ts';
import { documentPicture, layoutsPicture } from '../content/picture/picture.ts';
import type { Picture } from '../content/picture/picture-graph.ts';
import type { Contents } from '../content/stores/contents.ts';
import { toDot } from '../features/picture/dot.ts';
import { drawingOf } from '../features/picture/drawing.ts';
import { toMermaid } from '../features/picture/mermaid.ts';
import { toSvg } from '../features/picture/svg.ts';
import { pictureJson } from '../features/tree/picture-json.ts';
import { errorsIn } from '../lint/check.ts';
import { expectLongRun } from '../node/long-run.ts';
import type { OciDocument } from '../oci/document.ts';
import { CliError } from './cli-error.ts';
import { type Argument, readArguments } from './command-arguments.ts';
import type { ExitStatus } from './exit-status.ts';
import { type ImageInput, imageInput } from './image-input.ts';
import { readOptions } from './options.ts';
import { streamOutput } from './output.ts';
import { shownUri } from './paths.ts';
import { settingsFor } from './settings.ts';
import type { Shell } from './shell.ts';

const usage = 'oci-lint graph PATH [--format svg|dot|mermaid|json] [--verify]';

const known: Readonly<Record<string, Argument>> = {
  '--format': { values: ['svg', 'dot', 'mermaid', 'json'] },
  '--verify': {},
};

type Render = (picture: Picture, names: ReadonlyMap<string, string>, cwd: string) => string;

const renders: Readonly<Record<string, Render>> = {
  svg: (picture, names) => toSvg(drawingOf(foldPicture(picture), names)),
  dot: toDot,
  mermaid: (picture, names) => toMermaid(foldPicture(picture), names),
  json: (picture, _, cwd) => pictureJson(picture, shownUri(cwd)),
};

/** `oci-lint graph PATH`: renders the reference graph. Status 1 if something is broken. */
export async function graphCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const { paths, options } = readArguments('graph', args, known, usage);
  const [path, ...rest] = paths;
  if (path === undefined || rest.length > 0) throw new CliError(`graph requires one path. Usage: ${usage}`);
  const render = renders[options.get('--format') ?? 'svg'];
  if (render === undefined) throw new CliError(`invalid value for --format. Usage: ${usage}`);
  expectLongRun();
  const picture = await pictureOf(await imageInput(path, shell), options.has('--verify'), shell);
  await streamOutput(shell.stdout).write(rendered(render, picture, shell.cwd));
  return picture.nodes.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

/** Drawing recurses as deep as the longest way through a picture. */
function rendered(render: Render, picture: Picture, cwd: string): string {
  try {
    return render(picture, documentNamesOf(picture, shownUri(cwd)), cwd);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError('the graph is too deep to be drawn. Use --format dot or json.');
  }
}

function pictureOf({ contents, layouts, document }: ImageInput, isVerified: boolean, shell: Shell): Promise<Picture> {
  const findingsIn = errorsUnderSettings(shell, contents);
  const source: PictureSource = { contents, depth: isVerified ? 'all' : 'small', findingsIn };
  return document === undefined ? layoutsPicture(layouts, source) : documentPicture(document, source);
}

/** The errors in a document under its effective configuration. */
function errorsUnderSettings(
  { cwd, tops }: Shell,
  { turn }: Contents,
): (document: OciDocument) => Promise<readonly string[]> {
  const settingsOf = settingsFor(readOptions([]), cwd, tops);
  return async (document) => {
    const { uri } = document;
    const { rules, isIgnored } = settingsOf(uri.startsWith('file:') ? fileURLToPath(uri) : `${cwd}/stdin`);
    return isIgnored ? [] : errorsIn(document, rules, turn);
  };
}
