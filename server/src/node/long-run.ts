/**
 * V8 11.3 (Node 20) recompiles a function after every 66 kB of executed bytecode and here discards most of the result,
 * because values have many shapes. This takes a fifth to a third of the time of a run over thousands of documents.
 * Later versions use a larger budget by default. The code cache is only accepted under the same flags.
 */
function setBudget(bytes: number): boolean {
  if (!process.versions.v8.startsWith('11.3.')) return false;
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${bytes}`);
  return true;
}

const usual = 67_584;
const patient = 500_000;

/** Announces that code will run repeatedly on ever new documents until the program exits. */
export function expectLongRun(): void {
  // Idempotent: one process may do several runs.
  if (process.listeners('exit').includes(asUsual)) return;
  if (setBudget(patient)) process.prependOnceListener('exit', asUsual);
}

function asUsual(): void {
  setBudget(usual);
}

/** The same for a program that runs like this from its start. */
export function expectLongRuns(): void {
  setBudget(patient);
}
