/**
 * V8 11.3 (Node 20) compiles a function anew for each 66 kB of bytecode that it ran, and throws most of that away here, where
 * values come in many shapes: a fifth to a third of the time of a run over thousands of documents. Later versions wait longer by
 * themselves. Code that is kept is taken back under the same flags only.
 */
function setBudget(bytes: number): boolean {
  if (!process.versions.v8.startsWith('11.3.')) return false;
  process.getBuiltinModule('node:v8').setFlagsFromString(`--interrupt-budget=${bytes}`);
  return true;
}

const usual = 67_584;
const patient = 500_000;

/** Says that much of the program is going to run again and again, on ever other documents, until it ends. */
export function expectLongRun(): void {
  // Said again, it is known: one process may do several runs.
  if (process.listeners('exit').includes(asUsual)) return;
  if (setBudget(patient)) process.prependOnceListener('exit', asUsual);
}

function asUsual(): void {
  setBudget(usual);
}

/** The same of a program that does nothing else, from its start on. */
export function expectLongRuns(): void {
  setBudget(patient);
}
