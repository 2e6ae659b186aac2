import { t } from "@/lib/platform/language/translate";
import "server-only";
import { eq, sql } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { findTarget, lockErasure, whyKept } from "./access";
import { OneErasure } from "./input";

/**
 * The job's first part: keys and rows are destroyed in one transaction, and the ledger records which. A hold or
 * restriction added meanwhile stops it. Returns the ids of the keys, or null if nothing was erased.
 * @throws AppError conflict if it was not approved, or is already erased
 */
export const eraseRecords = command({
  needs: "job.run",
  input: OneErasure,
  async run(ctx, { requestId }): Promise<{ value: string[] | null; audit: AuditEntry }> {
    const row = await lockErasure(ctx, requestId);
    const about = { subjectId: requestId, caseId: row.of === "case" ? row.erasedId : undefined };
    if (row.state !== "released") throw new AppError("conflict", t("It was not released, or is erased already."));
    const found = await findTarget(ctx, row.of, row.erasedId).catch(() => null);
    const kept = found ? await whyKept(ctx, found) : "gone";
    if (kept) {
      await ctx.db.update(erasureRequests).set({ state: "stopped" }).where(eq(erasureRequests.id, requestId));
      return { value: null, audit: { ...about, action: "erasure.stopped", detail: { why: kept } } };
    }
    // A case with a hundred thousand messages takes its time.
    await ctx.db.execute(sql`set local statement_timeout = '10min'`);
    await ctx.db.execute(sql`set local idle_in_transaction_session_timeout = '11min'`);
    const [done] = await ctx.db.execute<{ keys: string[] }>(sql`select app.erase(${requestId}::uuid)::text[] as keys`);
    const keyIds = done?.keys ?? [];
    return { value: keyIds, audit: { ...about, action: "erasure.done", detail: { keys: keyIds.length } } };
  },
});
