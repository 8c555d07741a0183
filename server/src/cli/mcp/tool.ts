import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import type { CapturedRun } from './captured-run.ts';
import type { Roots } from './roots.ts';

// Without this, zod would generate code at run time.
z.config({ jitless: true });

/** A tool: its parameters and its implementation. */
export interface Tool<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly description: string;
  readonly takes: Shape;
  /** Whether it can change files. */
  readonly writes: boolean;
  run(input: z.infer<z.ZodObject<Shape>>, context: ToolContext): Promise<Answer>;
}

/** The environment of a tool call. */
export interface ToolContext {
  readonly roots: Roots;
  /** Runs a command confined to the roots. */
  command(args: readonly string[], stdin?: string): Promise<CapturedRun>;
}

export interface Answer {
  readonly text: string;
  /** The tool failed. */
  readonly isError: boolean;
}

/** A parameter with the path of a file or folder. */
export const path = (what: string) => z.string().min(1).describe(what);
export const dryRun = z.boolean().default(true).describe('Only report the changes. Set to false to write them.');

/** An image, given by file or layout and a digest or tag in it. */
export const imageReference = {
  path: path('A manifest file, a layout or an archive of one.'),
  reference: z.string().optional().describe('A digest or tag in the layout.'),
};

/** Erases the parameter type: input has been validated against it before `run` is called. */
export function tool<Shape extends z.ZodRawShape>(one: Tool<Shape>): Tool {
  return one as unknown as Tool;
}

/** An option of the command line; nothing without a value. */
export function option(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`${name}=${value}`];
}

/** The command-line form of an image reference. */
export function named(
  { path: given, reference }: { path: string; reference?: string | undefined },
  roots: Roots,
): string {
  const file = roots.existing(given);
  if (reference === undefined) return plain(file);
  return `${plain(file)}${reference.includes(':') ? '@' : ':'}${reference}`;
}

/** Rejects paths that the command line would parse as something else. */
export function plain(file: string): string {
  if (/[:@=]/.test(file))
    throw new CliError(`a path with ":", "@" or "=" cannot be given here: ${JSON.stringify(file)}`);
  return file;
}

/** Maximum length of a result, in characters. */
const maxText = 100_000;

/** The result of a command: standard output, then standard error. */
export function answerOf({ stdout, stderr, status }: CapturedRun): Answer {
  const output = [stdout, stderr].filter((text) => text !== '').join('\n');
  const text =
    output.length > maxText ? `${output.slice(0, maxText)}\n… ${output.length - maxText} more characters` : output;
  return { text: text === '' ? 'Nothing to report.' : text, isError: status === 2 };
}
