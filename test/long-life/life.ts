/**
 * A long-running server: many documents, every kind of request, and users who type, save, cancel and change settings.
 */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Client, startClient } from './client.ts';
import { LivedDocument } from './document.ts';
import type { Workspace } from './folder.ts';
import { type Random, randomFrom } from './random.ts';
import { questions } from './requests.ts';

export interface LifeOptions {
  readonly steps: number;
  readonly seed: number;
  /** Called now and then with the number of steps and the process id. */
  readonly onProgress?: (step: number, pid: number) => void;
}

/** The result of a run. */
export interface Life {
  readonly faults: readonly string[];
  /** Documents whose findings differ from those of a newly started server. */
  readonly differing: readonly string[];
  readonly requests: number;
  readonly cancelled: number;
  readonly edits: number;
}

/** How many requests are in flight at once. */
const atOnce = 8;

/** Runs it in a workspace. The same `seed` gives the same run, except for what depends on timing. */
export async function live(workspace: Workspace, { steps, seed, onProgress }: LifeOptions): Promise<Life> {
  const client = await startClient(workspace.uri);
  const documents = workspace.documents.map(({ uri, text, languageId }) => new LivedDocument(uri, text, languageId));
  for (const document of documents) await document.open(client);
  const day = new Day(client, workspace, documents, randomFrom(seed));
  for (let step = 0; step < steps; step++) {
    if (step % 500 === 0) onProgress?.(step, client.pid);
    await day.step();
  }
  await day.end();
  onProgress?.(steps, client.pid);
  for (const document of documents) if (!document.isOpen) await document.open(client);
  const differing = await comparedWithNew(client, workspace, documents, day.settings);
  if ((await client.quit()) !== 0) day.faults.push('The server ended with an error.');
  const { requests, cancelled, edits } = day;
  return { faults: [...client.faults, ...day.faults], differing, requests, cancelled, edits };
}

const allSettings = [
  {},
  { profile: 'strict' },
  { profile: 'spec-1.0', rules: { schema: 'warning' } },
  { workspaceDiagnostics: 'all', codeLens: { document: false } },
  { associations: { '**/document0.json': 'manifest' } },
];

const configs = [
  '{ "extends": "recommended" }\n',
  '{ "extends": "portable", "rules": { "digest-form": "off" } }\n',
  '{',
];

/** The steps of a user, one after the other. */
class Day {
  requests = 0;
  cancelled = 0;
  edits = 0;
  settings: object = {};
  readonly faults: string[] = [];
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(
    private readonly client: Client,
    private readonly workspace: Workspace,
    private readonly documents: readonly LivedDocument[],
    private readonly random: Random,
  ) {}

  async step(): Promise<void> {
    const { random, client } = this;
    const document = random.oneOf(this.documents);
    if (!document.isOpen) return document.open(client);
    const drawn = random.below(1000);
    if (drawn < 480) {
      this.edits++;
      await document.type(client, random);
    } else if (drawn < 960) await this.ask(document);
    else if (drawn < 975) await document.close(client);
    else if (drawn < 985) await this.save(document);
    else if (drawn < 990) await this.changeSettings();
    else if (drawn < 995) await this.changeConfig();
    else await this.moveBlob();
  }

  async end(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private async ask(document: LivedDocument): Promise<void> {
    const { random, client } = this;
    const [name, question] = random.oneOf(Object.entries(questions));
    this.requests++;
    const isCancelled = random.oneIn(6);
    if (isCancelled) this.cancelled++;
    const patience = random.below(4);
    const cancelled = isCancelled ? (cancel: () => void) => void wait(patience).then(cancel) : undefined;
    const work = question(client, document, random, cancelled).catch((error) => {
      this.faults.push(`${name}: ${String(error)}`);
    });
    this.underWay.add(work);
    void work.then(() => this.underWay.delete(work));
    while (this.underWay.size >= atOnce) await Promise.race(this.underWay);
  }

  /** Only documents outside layouts, because blobs are content-addressed. */
  private async save({ uri, text }: LivedDocument): Promise<void> {
    if (!uri.includes('/loose/')) return;
    writeFileSync(fileURLToPath(uri), text);
    await this.client.tell('textDocument/didSave', { textDocument: { uri } });
  }

  private async changeSettings(): Promise<void> {
    this.settings = this.random.oneOf(allSettings);
    await this.client.set(this.settings);
  }

  private async changeConfig(): Promise<void> {
    const file = join(this.workspace.path, 'oci-lint.config.json');
    writeFileSync(file, this.random.oneOf(configs));
    await this.filesChanged(file);
  }

  /** Some content disappears and comes back. */
  private async moveBlob(): Promise<void> {
    const blobs = this.workspace.documents.filter(({ uri }) => uri.includes('/blobs/'));
    const file = fileURLToPath(this.random.oneOf(blobs).uri);
    if (existsSync(file)) renameSync(file, `${file}.away`);
    else renameSync(`${file}.away`, file);
    await this.filesChanged(file);
  }

  private async filesChanged(file: string): Promise<void> {
    const changes = [{ uri: pathToFileURL(file).href, type: 2 }];
    await this.client.tell('workspace/didChangeWatchedFiles', { changes });
  }
}

/** Findings about content arrive after it was read, so the request is repeated this often, also on a busy machine. */
const mostLooks = 1000;

async function comparedWithNew(
  client: Client,
  workspace: Workspace,
  documents: readonly LivedDocument[],
  settings: object,
): Promise<readonly string[]> {
  const other = await startClient(workspace.uri);
  await other.set(settings);
  for (const { uri, text, languageId } of documents) await new LivedDocument(uri, text, languageId).open(other);
  const differing = await Promise.all(
    documents.map(async ({ uri }) => {
      const difference = await differenceBetween(client, other, uri);
      return difference === undefined ? [] : [`${uri}: ${difference}`];
    }),
  );
  await other.quit();
  return [...differing.flat(), ...other.faults];
}

/** Asks both servers until they agree, and then once more. */
async function differenceBetween(a: Client, b: Client, uri: string): Promise<string | undefined> {
  let [own, others] = ['', ''];
  let agreed = 0;
  for (let look = 0; look < mostLooks && agreed < 2; look++) {
    if (look > 0) await wait(agreed > 0 ? 500 : 100);
    [own = '', others = ''] = await Promise.all([a, b].map((client) => findingsOf(client, uri)));
    agreed = own === others ? agreed + 1 : 0;
  }
  return agreed >= 2 ? undefined : `${own.slice(0, 2000)} is not ${others.slice(0, 2000)}`;
}

async function findingsOf(client: Client, uri: string): Promise<string> {
  const report = await client.ask('textDocument/diagnostic', { textDocument: { uri } });
  return JSON.stringify((report as { items?: unknown } | undefined)?.items);
}
