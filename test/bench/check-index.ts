import { readFile } from 'node:fs/promises';
import * as peer from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { lint } from '../../server/src/lint/lint.ts';
import { readDocument } from '../../server/src/oci/document.ts';
import { defaultRuleSettings } from '../../server/src/rules/support/settings.ts';
import { indexOf } from './documents.ts';
import { compare, type Figure } from './measure.ts';

const schemas = new URL('../../schemas/', import.meta.url);

/**
 * How many rounds of how many checks to run per size, enough for both sides to be JIT-compiled, as after some typing in
 * an editor.
 */
const sizes = [
  { entries: 2, rounds: 400, batch: 50 },
  { entries: 100, rounds: 300, batch: 1 },
  { entries: 1_000, rounds: 60, batch: 1 },
  { entries: 11_000, rounds: 15, batch: 1 },
];

/**
 * A full check of an index (parsing plus all rules of the default profile) against the two alternatives a user would
 * have.
 */
export async function* checkIndex(): AsyncIterable<Figure> {
  const service = await peerService();
  for (const { entries, rounds, batch } of sizes) {
    const text = indexOf(entries);
    const ours = () => checked(text);
    const theirs = () => peerChecked(service, text);
    await assertBothAccept(service, text);
    yield await compare(`check-index-${entries}`, ours, 'vscode-json-languageservice', theirs, rounds, batch);
    yield await compare(`check-index-${entries}-floor`, ours, 'JSON.parse', () => JSON.parse(text), rounds, batch);
  }
}

function checked(text: string) {
  return lint(readDocument('file:///index.json', text), defaultRuleSettings);
}

let version = 0;

async function peerChecked(service: peer.LanguageService, text: string) {
  const document = TextDocument.create('file:///index.json', 'json', version++, text);
  return service.doValidation(document, service.parseJSONDocument(document));
}

/** The peer with the schema of an image index. */
export async function peerService(): Promise<peer.LanguageService> {
  const service = peer.getLanguageService({
    schemaRequestService: (uri) => readFile(new URL(uri.split('/').at(-1)!, schemas), 'utf8'),
  });
  service.configure({
    schemas: [{ uri: new URL('index.schema.json', schemas).href, fileMatch: ['index.json'] }],
  });
  return service;
}

/** Make sure that the peer does its work, and did not give up for lack of a schema. */
async function assertBothAccept(service: peer.LanguageService, text: string): Promise<void> {
  const complaints = [...(await peerChecked(service, text)), ...checked(text)];
  if (complaints.length > 0) throw new Error(`The document is not clean: ${JSON.stringify(complaints[0])}`);
  const broken = await peerChecked(service, text.replace('"schemaVersion":2', '"schemaVersion":1'));
  if (broken.length === 0) throw new Error('The peer does not use the schema');
}
