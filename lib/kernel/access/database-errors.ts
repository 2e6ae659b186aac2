import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";

/** Postgres runs nothing more in a transaction of which a statement failed. */
export const afterFailure = "25P02";

type DatabaseError = { code?: string; cause?: unknown };

/** Database messages never reach a person: a conflict becomes "conflict", a dead session "unauthenticated". */
export async function translateDatabaseError<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = sqlState(error);
    if (code === "23505") throw new AppError("conflict", t("Somebody recorded this already. Reload to see it."));
    if (code === "42501" && isFrozen(error)) throw new AppError("conflict", restricted);
    if (code === "42501" && isWall(error)) throw new AppError("forbidden", t("You may read this, and not change it."));
    refuseAny(error);
  }
}

/** Expected errors of a read: those of any act, and an address with an id that is none. */
export function refuseReading(error: unknown): never {
  if (!(error instanceof AppError) && sqlState(error) === "22P02")
    throw new AppError("not_found", t("No such record."));
  refuseAny(error);
}

/** A session that ended meanwhile, and U+0000, which Postgres can neither store nor find. */
function refuseAny(error: unknown): never {
  if (error instanceof AppError) throw error;
  const code = sqlState(error);
  if (code === "28000") throw new AppError("unauthenticated", t("Sign in again."));
  const isOdd = code === "22021" || code === "22P05";
  throw isOdd ? new AppError("invalid", t("One of the characters cannot be read. Type it again.")) : error;
}

/** The message for a restricted case, whether a command or Postgres detects it first. */
export const restricted = t(
  "This case is restricted: nothing in it can be changed or given out until a supervisor lifts the restriction.",
);

/** The SQLSTATE of a Postgres error, however deeply drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  let at = error as DatabaseError | undefined;
  for (let depth = 0; at && depth < 5; depth++) {
    if (typeof at.code === "string" && /^[0-9A-Z]{5}$/.test(at.code)) return at.code;
    at = at.cause as DatabaseError | undefined;
  }
  return undefined;
}

/** The constraint that a row broke, by its name in the schema. */
export function brokenConstraint(error: unknown): string | undefined {
  let at = error as (DatabaseError & { constraint_name?: unknown }) | undefined;
  for (let depth = 0; at && depth < 5; depth++) {
    if (typeof at.constraint_name === "string") return at.constraint_name;
    at = at.cause as typeof at;
  }
  return undefined;
}

/** True if a policy rejected a row, and not a trigger or a missing privilege: db/client.ts sets this. */
function isWall(error: unknown): boolean {
  return (error as { cause?: { wall?: boolean } }).cause?.wall === true;
}

/** True when it was refused because the case is restricted. */
function isFrozen(error: unknown): boolean {
  return (error as { cause?: { frozen?: boolean } }).cause?.frozen === true;
}
