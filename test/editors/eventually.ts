/** Only a broken editor takes longer, also on a machine that has other things to do. In milliseconds. */
const patience = 120_000;

/**
 * Repeats a look, and what is asserted of it, until the assertion holds; rejects with the last failure when it never does.
 * Between looks it leaves the editor some air.
 */
export async function eventually<Result>(
  look: () => Promise<Result> | Result,
  milliseconds = patience,
): Promise<Result> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
}
