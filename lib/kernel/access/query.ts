import "server-only";
import { requirePermission, requireReach } from "./command";
import { type Ctx, type TxCtx, withTransaction } from "./ctx";
import { refuseReading } from "./database-errors";
import { notingRefusals } from "./note-refusal";
import { applyRateLimit, type RateLimit } from "./rate-limits";
import type { Permission } from "./roles";

/**
 * A read under row-level security: `const listCases = query("case.read", async (ctx, view: View) => …)`. Call it with a
 * ctx (opens a read-only transaction) or inside one (joins it). Denied calls are logged.
 * @param forPairing a paired browser extension may ask it too
 * @throws AppError forbidden, or TooOften if it has a rate limit
 */
export function query<Args extends unknown[], T>(
  needs: Permission,
  read: (ctx: TxCtx, ...args: Args) => Promise<T>,
  pace?: RateLimit,
  forPairing?: true,
) {
  return (ctx: Ctx | TxCtx, ...args: Args): Promise<T> =>
    notingRefusals(ctx, { needs, raw: args }, async () => {
      requirePermission(ctx, needs);
      requireReach(ctx, forPairing);
      if (pace) await applyRateLimit(ctx, pace);
      return withTransaction(ctx, "read only", (scoped) => read(scoped, ...args)).catch(refuseReading);
    });
}

/** Several reads in one transaction, so that a page sees one consistent state. */
export function reading<T>(ctx: Ctx, act: (ctx: TxCtx) => Promise<T>): Promise<T> {
  return notingRefusals(ctx, { needs: null, raw: null }, async () => {
    requireReach(ctx, undefined);
    return withTransaction(ctx, "read only", act).catch(refuseReading);
  });
}
