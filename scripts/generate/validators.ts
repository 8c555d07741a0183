import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { _, Ajv, type KeywordCxt } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const schemaFolder = new URL('../../schemas/', import.meta.url);
const definitions = 'definitions.schema.json';
const room = new URL('../../server/src/schema/', import.meta.url);

/** A document with more mistakes is not a document of its kind, and more errors would not help. */
const maxErrors = 1000;

/** Writes `generated/validators.js` and its types, and the schemas themselves as texts. */
export async function generateValidators(): Promise<void> {
  await mkdir(new URL('generated/', room), { recursive: true });
  await writeFile(new URL('generated/validators.js', room), await compileValidators());
  await writeFile(new URL('generated/validators.d.ts', room), types);
  await writeFile(new URL('generated/schema-texts.ts', room), await schemaTexts());
}

/** Compiles `schemas/` to the text of a module with one function per document kind. The output is deterministic. */
export async function compileValidators(): Promise<string> {
  const schemas = await readSchemas();
  const kinds = [...schemas.keys()]
    .filter((file) => file !== definitions)
    .map((file) => file.replace('.schema.json', ''));
  const exports = kinds.map((kind) => [nameOf(kind), `${kind}.schema.json`] as const);
  return bundle(boundErrors(standalone(ajvOf(schemas), Object.fromEntries(exports))), kinds);
}

/** The schemas as JSON, each in a function of its own, so that only those that are needed are compiled and parsed. */
async function schemaTexts(): Promise<string> {
  const rows = (await schemaFiles()).map(({ file, text }) => {
    const json = JSON.stringify(JSON.parse(text));
    return `  ${JSON.stringify(file)}: () => ${JSON.stringify(json)},`;
  });
  return `// Generated from schemas/ by npm run generate.
export const schemaTexts: Readonly<Record<string, () => string>> = {
${rows.join('\n')}
};
`;
}

type Schema = { [keyword: string]: unknown };

async function readSchemas(): Promise<ReadonlyMap<string, Schema>> {
  return new Map((await schemaFiles()).map(({ file, text }) => [file, constraintsOf(JSON.parse(text))]));
}

async function schemaFiles(): Promise<readonly { readonly file: string; readonly text: string }[]> {
  const files = (await readdir(schemaFolder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(new URL(file, schemaFolder), 'utf8') })));
}

const notes = ['$schema', 'title', 'description', 'examples', 'clauses', 'patternErrorMessage', 'errorMessage'];

/** A schema without its descriptions, which the validators do not need. */
function constraintsOf(schema: Schema): Schema {
  const bare: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (notes.includes(keyword)) continue;
    if (['properties', 'definitions'].includes(keyword)) {
      const members = Object.entries(value as Record<string, Schema>);
      bare[keyword] = Object.fromEntries(members.map(([name, member]) => [name, constraintsOf(member)]));
    } else if (['items', 'additionalProperties', 'if', 'then'].includes(keyword)) {
      bare[keyword] = constraintsOf(value as Schema);
    } else bare[keyword] = value;
  }
  return bare;
}

function ajvOf(schemas: ReadonlyMap<string, Schema>): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictRequired: false, // `then` may require a property that is declared outside it
    allowUnionTypes: true,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true, lines: true },
  });
  // ajv treats the keyword as an annotation.
  ajv.removeKeyword('contentEncoding');
  ajv.addKeyword({
    keyword: 'contentEncoding',
    type: 'string',
    schemaType: 'string',
    code(context: KeywordCxt) {
      const isBase64 = context.gen.scopeValue('func', { ref: 'base64', code: _`isBase64` });
      context.fail(_`!${isBase64}(${context.data})`);
    },
  });
  for (const [file, schema] of schemas) ajv.addSchema(schema, file);
  return ajv;
}

function nameOf(kind: string): string {
  return kind.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());
}

/**
 * ajv collects every error, and copies the whole list for each subschema with errors. A hostile document of a million
 * wrong entries would take gigabytes and hours. Makes the lists grow in place, and ends loops after enough errors.
 */
function boundErrors(code: string): string {
  const rewrites: readonly (readonly [RegExp, string])[] = [
    [
      /const err\d+ = (\{.*\});\s*if\(vErrors === null\)\{\s*vErrors = \[err\d+\];\s*\}\s*else \{\s*vErrors\.push\(err\d+\);\s*\}/g,
      'vErrors = join(vErrors, [$1]);',
    ],
    [
      /vErrors = vErrors === null \? (\w+)\.errors : vErrors\.concat\(\w+\.errors\);/g,
      'vErrors = join(vErrors, $1.errors);',
    ],
    [/for\(let (\w+)=0; (\w+<\w+); (\w+\+\+)\)/g, `for (let $1 = 0; $2 && errors < ${maxErrors}; $3)`],
    [/for\(const \w+ in data\d*\)\{/g, `$& if (errors >= ${maxErrors}) break;`],
    [/,schemaPath:"[^"]*"/g, ''],
  ];
  let bounded = code;
  for (const [pattern, replacement] of rewrites) {
    if (!pattern.test(bounded)) throw new Error(`ajv output has changed: ${pattern} not found`);
    bounded = bounded.replace(pattern, replacement);
  }
  if (/\.concat\(|\.push\(/.test(bounded)) throw new Error('ajv collects errors in another way now');
  return bounded;
}

async function bundle(code: string, kinds: readonly string[]): Promise<string> {
  const table = kinds.map((kind) => `'${kind}': ${nameOf(kind)}`).join(', ');
  const contents = `import { isBase64 } from './base64.ts';
    function join(errors, more) {
      if (errors === null) return more;
      for (const error of more) errors.push(error);
      return errors;
    }
    ${code.replace(/^export const (\w+)/gm, 'const $1')}
    export const maxErrors = ${maxErrors};
    export const validators = { ${table} };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(room), loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return `// Generated from schemas/ by npm run generate.\n${outputFiles[0]!.text}`;
}

const types = `// Generated from schemas/ by npm run generate.
/** The properties of an ajv error. */
export interface Failure {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly Failure[] | null;
}
/** Number of listed errors. A few more are collected, to know whether there are others. */
export declare const maxErrors: number;
/** By kind. A kind that is only recognized has none. */
export declare const validators: Readonly<Record<string, Validator>>;
`;
