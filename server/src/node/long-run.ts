/**
 * Says that much of the program is going to run again and again, on ever other documents. V8 11.3 (Node 20) compiles a function
 * anew for each 66 kB of bytecode that it ran, and throws most of that away here, where values come in many shapes: a
 * fifth of the time of a run over thousands of documents. Later versions wait longer by themselves.
 */
export function expectLongRun(): void {
  if (!process.versions.v8.startsWith('11.3.')) return;
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--interrupt-budget=500000');
  // Code that is kept is taken back under the same flags only.
  process.prependOnceListener('exit', () => setFlagsFromString('--interrupt-budget=67584'));
}
