import type { NewQuestion } from '../protocol.ts';
import { newDocument } from '../service/new-documents.ts';
import type { Desk } from './desk.ts';
import { uriNamed } from './documents.ts';
import { choiceIn, type Input, objectIn, Refusal, requiredText, textIn, textsIn } from './input.ts';

/** Plans a new document with correct digests and sizes, and lists the files that would be written. */
export async function newTool(input: Input, desk: Desk): Promise<string> {
  const question = await questionIn(input, desk);
  const { problem, text, files } = await newDocument(question, desk.contents, desk.host);
  if (problem !== undefined) throw new Refusal(problem);
  const planned = files.map((file) => `${'isFolder' in file ? 'folder' : 'file'} ${desk.shown(file.uri)}\n`);
  const plan = planned.length === 0 ? '' : `To write:\n${planned.join('')}Nothing was written.\n`;
  return [text, plan].filter((part) => part !== '').join('\n');
}

async function questionIn(input: Input, desk: Desk): Promise<NewQuestion> {
  const thing = choiceIn(input, 'thing', ['artifact', 'index', 'package', 'layout']);
  const layout = textIn(input, 'layout');
  if (thing === 'layout' && layout === undefined) throw new Refusal('a new layout requires layout');
  const [artifactType, config, tag] = ['artifact_type', 'config', 'tag'].map((name) => textIn(input, name));
  const subject = objectIn(input, 'subject');
  const files =
    thing === 'artifact'
      ? await Promise.all((textsIn(input, 'files') ?? []).map(async (path) => (await desk.at(path)).uri))
      : await Promise.all(manifestsIn(input).map((one) => uriOf(one, desk)));
  return {
    thing,
    files,
    ...(artifactType === undefined ? {} : { artifactType }),
    ...(config === undefined ? {} : { config: (await desk.at(config)).uri }),
    ...(subject === undefined ? {} : { subject: await uriOf(subject, desk) }),
    ...(layout === undefined ? {} : { layout: await desk.newAt(layout) }),
    ...(tag === undefined ? {} : { tag }),
  };
}

function manifestsIn({ manifests = [] }: Input): readonly Input[] {
  if (!Array.isArray(manifests) || !manifests.every((one) => typeof one === 'object' && one !== null))
    throw new Refusal('manifests must be an array of objects');
  return manifests;
}

async function uriOf(image: Input, desk: Desk): Promise<string> {
  const { uri } = await desk.at(requiredText(image, 'path'));
  const reference = textIn(image, 'reference');
  return reference === undefined ? uri : uriNamed(reference, { root: uri }, desk.contents);
}
