import { readFile, writeFile } from 'node:fs/promises';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { table } from './table.ts';

const listFile = new URL('../../docs/clauses.json', import.meta.url);
const tableFile = new URL('../../docs/clauses.md', import.meta.url);

/** A verifiable statement of a specification, in our own words. */
export interface Clause {
  readonly id: string;
  /** The subject: documents, consequences of several document clauses, or the behavior of tools. */
  readonly kind: 'document' | 'derived' | 'conduct';
  readonly level: string;
  readonly statement: string;
  readonly source: { readonly title: string; readonly url: string };
  /** The version that introduced it, if newer than image-spec 1.1.1. */
  readonly since?: string;
  /** Why no rule enforces it. */
  readonly notEnforced?: string;
}

/** Writes `docs/clauses.md`, the table of clauses and the rules that enforce them. */
export async function generateClauses(): Promise<void> {
  await writeFile(tableFile, clauseTable(await readClauses()));
}

/** The clauses that this project tracks. */
export async function readClauses(): Promise<readonly Clause[]> {
  return JSON.parse(await readFile(listFile, 'utf8'));
}

/** The ids of the rules that enforce a clause. */
export function rulesFor(id: string): readonly string[] {
  return ruleMetas.filter(({ clauses }) => clauses.includes(id)).map((meta) => meta.id);
}

/**
 * The page: clauses with the rules that enforce them, clauses that are not enforced and why, and clauses about tools.
 */
export function clauseTable(clauses: readonly Clause[]): string {
  const about = clauses.filter(({ kind }) => kind !== 'conduct');
  const enforced = about.filter(({ id }) => rulesFor(id).length > 0);
  const others = about.filter(({ id }) => rulesFor(id).length === 0);
  const conduct = clauses.filter(({ kind }) => kind === 'conduct');
  return [
    '# Clauses',
    `What the specifications say, in our own words, and which rule says so: ${enforced.length} of ${about.length} clauses about documents are enforced. Made by \`npm run generate\` from [clauses.json](clauses.json).`,
    '## Enforced',
    table(
      ['Clause', 'Rules'],
      enforced.map((clause) => [textOf(clause), rulesFor(clause.id).map(linkTo).join(', ')]),
    ),
    '## Not enforced',
    table(
      ['Clause', 'Why not'],
      others.map((clause) => [textOf(clause), clause.notEnforced ?? '']),
    ),
    '## About tools',
    'These bind programs. They shape what this one does, and are never reported of a document.',
    table(
      ['Clause'],
      conduct.map((clause) => [textOf(clause)]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function textOf({ id, level, statement, source, since }: Clause): string {
  const newer = since === undefined ? '' : ` *Since: ${since}.*`;
  const strength = level === 'MAY-note' ? '' : ` **${level}.**`;
  return `\`${id}\`:${strength} ${statement}${newer} ([${source.title}](${source.url}))`;
}

function linkTo(id: string): string {
  return `[${id}](rules/${id}.md)`;
}
