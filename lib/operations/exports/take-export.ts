import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { caseExports, cases } from "@/db/schema";
import { refuseRestricted } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { AppError } from "@/lib/platform/errors";
import { type ExportRow, lockExport } from "./access";
import { OneExport } from "./input";

/**
 * Records that the requester downloads their export, and returns its location. Requires fresh proof each time.
 * @throws AppError not_found for anybody else; conflict if it is not ready, or expired, or a case in it is restricted
 */
export const takeExport = command({
  needs: "case.export",
  input: OneExport,
  rateLimit: "export",
  async run(ctx, { exportId }) {
    const row = await lockExport(ctx, exportId);
    if (row.askedBy !== ctx.actor.memberId) throw new AppError("not_found", t("No such folder."));
    const expired = row.expiresAt !== null && row.expiresAt <= ctx.now;
    if (row.state !== "ready" || !row.fileId || expired) {
      throw new AppError("conflict", t("This folder is not ready, or it was cleared away. Ask for it again."));
    }
    requireStepUp(ctx, "export.take");
    await refuseRestricted(ctx, ...(await casesIn(ctx, row)));
    await ctx.db.update(caseExports).set({ takenAt: ctx.now }).where(eq(caseExports.id, exportId));
    const day = (row.readyAt ?? ctx.now).toISOString().slice(0, 10);
    return {
      value: { keyId: row.keyId, fileId: row.fileId, name: `crossdocket-${row.kind}-${day}.zip` },
      audit: { action: "export.downloaded", subjectId: exportId, caseId: row.caseId ?? undefined, detail: {} },
    };
  },
});

/** Of one case, or of one client. From everything, restricted cases were left out when it was made. */
async function casesIn(ctx: TxCtx, { caseId, clientId }: ExportRow): Promise<string[]> {
  if (!clientId) return caseId ? [caseId] : [];
  const mine = and(eq(cases.orgId, ctx.orgId), eq(cases.clientId, clientId));
  return (await ctx.db.select({ id: cases.id }).from(cases).where(mine)).map(({ id }) => id);
}
