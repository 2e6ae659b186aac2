import "server-only";

const fifteenSeconds = 15_000;

/** The result if it arrives in time; null if it is late or fails. A service that answers drop by drop delays nobody. */
export async function within<T>(promised: Promise<T>, ms = fifteenSeconds): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), ms);
  return Promise.race([promised.catch(() => null), late.promise]).finally(() => clearTimeout(timer));
}
