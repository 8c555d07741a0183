import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type ArtifactChoice,
  type NewChoices,
  type NewParams,
  type NewResult,
  newRequests,
  type ViewNode,
} from '../../../server/src/protocol.ts';
import { unformatted } from '../formatted.ts';
import { askArtifactType } from './artifact-type.ts';
import { pickArtifactKind, pickFiles, pickFolder, pickManifests, pickTarget } from './picks.ts';
import { type ChosenFile, writeAnswer } from './write.ts';

/** Registers the commands that create documents. `client` returns the current client. */
export function registerNewCommands(client: () => BaseLanguageClient): Disposable {
  const register = (name: string, make: (client: BaseLanguageClient, node?: ViewNode) => Promise<void>): Disposable =>
    commands.registerCommand(`ociManifests.${name}`, (node?: ViewNode) => make(client(), node));
  return Disposable.from(
    register('newArtifact', (running) => newArtifact(running, undefined)),
    register('attach', attach),
    register('newIndex', (running) => newIndex(running, 'index')),
    register('newPackageIndex', (running) => newIndex(running, 'package')),
    register('newLayout', newLayout),
  );
}

/** An artifact attached to a manifest of the view, or to the active one. */
async function attach(client: BaseLanguageClient, node?: ViewNode): Promise<void> {
  const uri = node?.uri === undefined ? window.activeTextEditor?.document.uri : Uri.parse(node.uri);
  if (uri === undefined) return;
  const subject = unformatted(uri);
  const document = workspace.textDocuments.find((open) => open.uri.toString() === subject.toString());
  // Attachments refer to the saved bytes, which others see.
  if (document?.isDirty && !(await document.save())) return;
  const about = await subjectIn(client, subject);
  if (about !== undefined) await newArtifact(client, about);
}

/** The index.json of a layout is not addressable by others. The subject is one of its entries. */
async function subjectIn(client: BaseLanguageClient, document: Uri): Promise<Uri | undefined> {
  const { layouts, manifests } = await client.sendRequest<NewChoices>(newRequests.choices);
  const layout = layouts.find(({ uri }) => document.toString() === `${uri}/index.json`);
  if (layout === undefined) return document;
  const entries = manifests.filter(({ uri }) => uri.startsWith(`${layout.uri}/blobs/`));
  if (entries.length === 0) {
    void window.showInformationMessage(l10n.t('This index has no entries to attach to.'));
    return undefined;
  }
  const picked = await window.showQuickPick(entries, {
    title: l10n.t('Attach to which manifest?'),
    matchOnDescription: true,
  });
  return picked && Uri.parse(picked.uri);
}

async function newArtifact(client: BaseLanguageClient, subject: Uri | undefined): Promise<void> {
  const choice = await pickArtifactKind(await artifactChoicesOf(client), subject !== undefined);
  if (choice === undefined) return;
  const title = typeof choice === 'string' ? choice : choice.title;
  const known = typeof choice === 'string' ? undefined : choice;
  const files = await pickFiles(l10n.t('{0}: which file?', title), known?.maxFiles !== 1);
  if (files === undefined) return;
  const config =
    known?.config === undefined ? [] : await pickFiles(l10n.t('{0}: which config ({1})?', title, known.config), false);
  if (config === undefined) return;
  await makeIn(client, l10n.t('{0}: where to?', title), subject, {
    thing: 'artifact',
    artifactType: known?.id ?? title,
    files: files.map(String),
    ...(config[0] === undefined ? {} : { config: config[0].toString() }),
    ...(subject === undefined ? {} : { subject: subject.toString() }),
  });
}

function artifactChoicesOf(client: BaseLanguageClient): Promise<readonly ArtifactChoice[]> {
  return client.sendRequest<readonly ArtifactChoice[]>(newRequests.artifacts);
}

async function newIndex(client: BaseLanguageClient, thing: 'index' | 'package'): Promise<void> {
  const artifactType = thing === 'package' ? await askArtifactType(await artifactChoicesOf(client)) : undefined;
  if (thing === 'package' && artifactType === undefined) return;
  const { manifests } = await client.sendRequest<NewChoices>(newRequests.choices);
  const files = await pickManifests(manifests);
  if (files === undefined) return;
  await makeIn(client, l10n.t('Index: where to?'), undefined, {
    thing,
    files,
    ...(artifactType === undefined ? {} : { artifactType }),
  });
}

async function newLayout(client: BaseLanguageClient): Promise<void> {
  const folder = await pickFolder();
  if (folder !== undefined) await make(client, { thing: 'layout', layout: folder.toString() }, undefined);
}

/** Asks for the destination and writes there. */
async function makeIn(
  client: BaseLanguageClient,
  title: string,
  near: Uri | undefined,
  params: NewParams,
): Promise<void> {
  const { layouts } = await client.sendRequest<NewChoices>(newRequests.choices);
  const target = await pickTarget(title, layouts, near);
  if (target === undefined) return;
  const layout = 'layout' in target ? { layout: target.layout.toString() } : {};
  await make(client, { ...params, ...layout }, 'file' in target ? target.file : undefined);
}

async function make(client: BaseLanguageClient, params: NewParams, file: ChosenFile | undefined): Promise<void> {
  const answer = await client.sendRequest<NewResult>(newRequests.make, params);
  if (answer.problem !== undefined) {
    void window.showErrorMessage(answer.problem);
    return;
  }
  const written = await writeAnswer(client, answer, file);
  if (written !== undefined) await window.showTextDocument(await workspace.openTextDocument(written));
}
