/** In milliseconds. Only a broken editor takes longer, even on a busy machine. */
export const patience = 120_000;

/**
 * Repeats assertions until they hold, and rejects with the last failure if they never do. Leaves the editor some CPU
 * time in between.
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
