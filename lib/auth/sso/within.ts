import "server-only";

const fifteenSeconds = 15_000;

/** What comes in time; null for what comes late or fails. A service that answers drop by drop holds nobody up. */
export async function within<T>(promised: Promise<T>, ms = fifteenSeconds): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), ms);
  return Promise.race([promised.catch(() => null), late.promise]).finally(() => clearTimeout(timer));
}
