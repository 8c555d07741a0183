// `npm run conformance -- FOLDER` lints a labeled corpus with the built command line and prints the disagreements. A
// corpus is a folder with docs.jsonl, one object per line: `file`, `kind` (as for --kind, or "unknown"), `expect`
// ("valid": no error; "invalid": an error or a warning; "unknown": only that nothing crashes) and `why`. An optional
// layouts.jsonl labels layout folders: `dir`, `expect`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const folder = resolve(process.argv[2] ?? fail('say which folder: npm run conformance -- FOLDER'));
if (!existsSync(cli)) fail('there is no dist/cli.js; run npm run build');

let agreed = 0;
let disagreed = 0;
checkDocuments(readLines('docs.jsonl'));
checkLayouts(existsSync(join(folder, 'layouts.jsonl')) ? readLines('layouts.jsonl') : []);
console.log(`${agreed} agreed, ${disagreed} disagreed`);
process.exitCode = disagreed > 0 ? 1 : 0;

/** Each document as the kind of its label, and valid ones also with the kind detected. */
function checkDocuments(entries) {
  const kindOf = ({ kind }) => (kind === 'unknown' ? undefined : kind);
  for (const kind of new Set(entries.map(kindOf))) {
    const ofKind = entries.filter((entry) => kindOf(entry) === kind);
    const options = kind === undefined ? [] : ['--kind', kind];
    judgeAll(
      ofKind,
      lint(
        ofKind.map(({ file }) => file),
        options,
      ),
      kind ?? 'kind detected',
    );
  }
  const detectable = entries.filter((entry) => entry.expect === 'valid' && kindOf(entry) !== undefined);
  judgeAll(detectable, lint(detectable.map(({ file }) => file)), 'kind detected');
}

function judgeAll(entries, files, how) {
  for (const entry of entries)
    judge(
      entry.file,
      entry,
      files.filter(({ path }) => path === entry.file),
      how,
    );
}

function checkLayouts(entries) {
  const files = lint(
    entries.map(({ dir }) => dir),
    ['--verify'],
    // A folder without a layout also has no findings.
    [0, 1, 2],
  );
  for (const entry of entries) {
    const own = files.filter(({ path }) => path === entry.dir || path.startsWith(`${entry.dir}/`));
    judge(entry.dir, entry, own, 'layout');
  }
}

function judge(name, { expect, why, faults }, files, how) {
  const found = files.flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  if (files.length === 0) disagree(name, how, 'nothing was reported of it');
  else if (expect === 'valid' && errors.length > 0) disagree(name, how, `expected valid (${why ?? ''})`, errors);
  else if (expect === 'invalid' && errors.length + warnings.length === 0) {
    disagree(name, how, `expected invalid (${why ?? faults?.join('; ') ?? ''})`, found);
  } else agreed++;
}

function disagree(name, how, what, found = []) {
  disagreed++;
  const said = found.map(({ path, severity, rule, pointer, message }) => {
    return ` | ${path}#${pointer} ${severity} ${rule}: ${message}`;
  });
  console.log(`${name} [${how}]: ${what}${said.slice(0, 3).join('')}${said.length > 3 ? ' | …' : ''}`);
}

/** A single run for all, because starting costs more than a document. */
function lint(paths, options = [], expected = [0, 1]) {
  if (paths.length === 0) return [];
  const args = [cli, '--format', 'json', ...options, '--', ...paths];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (!expected.includes(status)) fail(`oci-lint ended with status ${status}: ${stderr.trim()}`);
  return JSON.parse(stdout).files;
}

function readLines(name) {
  const lines = readFileSync(join(folder, name), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
}

function fail(message) {
  console.error(`conformance: ${message}`);
  process.exit(2);
}
