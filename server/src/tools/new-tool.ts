import type { NewParams } from '../protocol.ts';
import { newDocument } from '../service/new-documents.ts';
import { uriNamed } from './documents.ts';
import { choiceIn, type Input, objectIn, Refusal, requiredText, textIn, textsIn } from './input.ts';
import type { ToolContext } from './tool-context.ts';

/** Plans a new document with correct digests and sizes, and lists the files that would be written. */
export async function newTool(input: Input, context: ToolContext): Promise<string> {
  const params = await paramsIn(input, context);
  const { problem, text, files } = await newDocument(params, context.contents, context.host);
  if (problem !== undefined) throw new Refusal(problem);
  const planned = files.map((file) => `${'isFolder' in file ? 'folder' : 'file'} ${context.shown(file.uri)}\n`);
  const plan = planned.length === 0 ? '' : `To write:\n${planned.join('')}Nothing was written.\n`;
  return [text, plan].filter((part) => part !== '').join('\n');
}

async function paramsIn(input: Input, context: ToolContext): Promise<NewParams> {
  const thing = choiceIn(input, 'thing', ['artifact', 'index', 'package', 'layout']);
  const layout = textIn(input, 'layout');
  if (thing === 'layout' && layout === undefined) throw new Refusal('a new layout requires layout');
  const [artifactType, config, tag] = ['artifact_type', 'config', 'tag'].map((name) => textIn(input, name));
  const subject = objectIn(input, 'subject');
  const files =
    thing === 'artifact'
      ? await Promise.all((textsIn(input, 'files') ?? []).map(async (path) => (await context.at(path)).uri))
      : await Promise.all(manifestsIn(input).map((one) => uriOf(one, context)));
  return {
    thing,
    files,
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(config === undefined ? {} : { config: (await context.at(config)).uri }),
    ...(subject === undefined ? {} : { subject: await uriOf(subject, context) }),
    ...(layout === undefined ? {} : { layout: await context.newAt(layout) }),
    ...(tag === undefined ? {} : { tag }),
  };
}

function manifestsIn({ manifests = [] }: Input): readonly Input[] {
  if (!Array.isArray(manifests) || !manifests.every((one) => typeof one === 'object' && one !== null))
    throw new Refusal('manifests must be an array of objects');
  return manifests;
}

async function uriOf(image: Input, context: ToolContext): Promise<string> {
  const { uri } = await context.at(requiredText(image, 'path'));
  const reference = textIn(image, 'reference');
  return reference === undefined ? uri : uriNamed(reference, { root: uri }, context.contents);
}
