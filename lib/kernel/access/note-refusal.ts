import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { describeError } from "@/lib/platform/describe-error";
import { AppError, TooOften } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { log } from "@/lib/platform/log";
import { appendBy } from "./append-entry";
import { type Ctx, type TxCtx, withTransaction } from "./ctx";
import type { Permission } from "./roles";

type Attempt = { needs: Permission | null; raw: unknown };
type RefusalAction = "access.refused" | "access.not_found" | "access.unconfirmed" | "access.too_often";

/**
 * Runs a person's action. If it is denied, the denial is logged in a separate transaction after the rollback, so that
 * the rollback does not remove it. Inside a transaction, whoever opened the transaction does this.
 */
export async function notingRefusals<T>(ctx: Ctx | TxCtx, attempt: Attempt, act: () => Promise<T>): Promise<T> {
  if (!ctx.actor.memberId) return act();
  try {
    return await act();
  } catch (error) {
    const action = refusalOf(error);
    if (!action) throw error;
    const innermost = attempts.get(error as AppError) ?? attempt;
    if (ctx.db) attempts.set(error as AppError, innermost);
    else await note(ctx, action, innermost, paceOf(error)).catch(notKept);
    throw error;
  }
}

/** The innermost query knows best what was requested; only the outermost may write. */
const attempts = new WeakMap<AppError, Attempt>();

/** The kind of denial that an error represents; null if it is not an attempt at something forbidden. */
function refusalOf(error: unknown): RefusalAction | null {
  if (!(error instanceof AppError)) return null;
  if (error instanceof TooOften) return "access.too_often";
  if (error.code === "forbidden") return "access.refused";
  if (error.code === "not_found") return "access.not_found";
  return isUnconfirmed(error) ? "access.unconfirmed" : null;
}

/** Errors thrown by `requireStepUp`. */
const unconfirmed = new WeakSet<AppError>();

export function markUnconfirmed(error: AppError): AppError {
  unconfirmed.add(error);
  return error;
}

/** True for what a fresh proof would allow. */
export const isUnconfirmed = (error: AppError): boolean => unconfirmed.has(error);

/** The database limits it: ten a minute per person and kind, then one entry that there were more. */
async function note(ctx: Ctx, action: RefusalAction, { needs, raw }: Attempt, pace: object): Promise<void> {
  const memberId = ctx.actor.memberId;
  const detail = JSON.stringify({ ...(needs ? { needs } : {}), ...pace });
  await withTransaction(ctx, "read write", ({ db }) =>
    appendBy(db, sql`audit.note_refusal(${action}, ${memberId}::uuid, ${aimedAt(raw)}::uuid, ${detail}::jsonb)`),
  );
}

const paceOf = (error: unknown) => (error instanceof TooOften ? { pace: error.what } : {});

/** The first id in the input: which record was meant, and nothing that somebody typed. */
function aimedAt(raw: unknown): string | null {
  const values = typeof raw === "object" && raw !== null ? Object.values(raw) : [raw];
  const id = values.find((value) => typeof value === "string" && isId(value));
  return typeof id === "string" ? id : null;
}

/** The denial is still thrown; a session that has just ended can no longer write. */
function notKept(error: unknown): void {
  log().error(describeError(error), t("a refusal was not written to the log"));
}
