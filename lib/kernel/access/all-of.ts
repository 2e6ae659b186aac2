import "server-only";

/**
 * Waits for statements that were sent together, and throws what one of them threw only when all have ended: otherwise one
 * could be sent behind the rollback over another.
 */
export async function allOf(acts: readonly PromiseLike<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(acts)).find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}
